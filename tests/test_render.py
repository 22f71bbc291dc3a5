from html.parser import HTMLParser

from summitparse import Article

NASTY = 'Peru signed a "<script>alert(1)</script>" treaty with Chile & <b>Ghana</b> on Monday.'


class Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.text = [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)

    def handle_data(self, data):
        self.text.append(data)


def test_html_escapes_the_article(parser):
    report = parser.parse(Article(text=NASTY, title="<i>x</i>"))
    page = Reader()
    page.feed(report.to_html())
    assert "script" not in page.tags
    assert "b" not in page.tags
    assert NASTY in "".join(page.text)


def test_claims_are_marked_and_tabled(parser, examples):
    report = parser.parse(next(iter(examples.values())))
    page = Reader()
    page.feed(report._repr_html_())
    assert "mark" in page.tags
    assert page.tags.count("tr") == len(report.claims) + 1
