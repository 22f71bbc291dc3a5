"""Run by `.ci/run` where only the built wheel is installed: is everything inside that must be?"""

import importlib.metadata
import pathlib
import sys

import summitparse

here = pathlib.Path(summitparse.__file__).parent
assert "site-packages" in here.parts, f"this is not the installed wheel: {here}"
for name in ("py.typed", "export/templates/report.html", "page/furniture.toml"):
    assert (here / name).is_file(), f"the wheel lacks {name}"
text = pathlib.Path("lake_accord.txt").read_text(encoding="utf-8")
report = summitparse.parse(text)
assert report.article.reference_date is None or report.article.reference_date.month == 3
assert report.claims, "no claims from the example article"
assert summitparse.Report.model_validate_json(report.to_json()) == report
files = importlib.metadata.files("summitparse") or []
licences = [file for file in files if "LICENSE" in file.name]
assert len(licences) >= 2, f"licences of code and data: {licences}"
print(f"wheel ok: {len(report.claims)} claims, Python {sys.version.split()[0]}")
