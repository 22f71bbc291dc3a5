"""The ways out of a report: rows, pandas, Arrow, HTML."""
