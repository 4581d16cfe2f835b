"""Subtitles of a film, as the tests of several rooms read them."""

SRT = """1
00:00:01,000 --> 00:00:04,500
The river flooded nine
streets of Kelmouth

2
00:00:04,500 --> 00:00:08,000
<i>on 3&nbsp;March</i> 2031.

3
01:00:10,000 --> 01:00:15,000
The school burned down on 9 March 2031.
"""
