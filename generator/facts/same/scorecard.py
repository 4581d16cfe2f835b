"""What speaks for and against a pair of facts in, the log odds that they report one event out.

Two hundred small questions, each worth some points: "leads 0.225: 0.027 0.141" gives 0.027 where the
evidence called leads is at most 0.225, and 0.141 where it is more; a question in brackets is asked only
on that side. The points were fitted once, by boosting on news sentences with known events, each fifth of
the stories judged by points fitted on the others; they are plain numbers here, no library is needed to use
them. ``Evidence`` says what each name means; the benchmark shows what each is worth.
"""

from __future__ import annotations

from typing import NamedTuple

from .evidence import Evidence

BIAS = -0.3268

_TABLE = """
agreement -0.055: -0.171 [agreement 0.315: 0.042 0.16]
agreement -0.055: -0.156 [leads 0.225: 0.027 0.141]
agreement -0.103: -0.151 [local_cosine 0.032: 0.04 0.144]
agreement -0.136: -0.144 [agreement 0.253: -0.001 0.107]
agreement -0.147: -0.136 [leads 0.221: 0 0.099]
agreement 0.018: -0.11 [larger 3.115: 0.087 -0.03]
agreement -0.223: -0.129 [shared 2.879: 0.014 0.113]
leads 0.169: -0.096 [story 3.624: 0.092 -0.015]
agreement 0.188: [lead_names 2.339: -0.114 0.012] 0.064
agreement -0.291: -0.121 [agreement 0.468: 0.005 0.097]
leads 0.205: -0.067 [action_cosine 0: -0.063 0.078]
agreement -0.291: -0.113 [story 3.384: 0.078 -0.01]
agreement 0.238: [lead_names 2.339: -0.095 0.01] 0.052
leads 0.266: [agreement -0.223: -0.109 -0.008] 0.064
shared 2.593: [agreement -0.279: -0.113 -0.015] 0.053
agreement 0.307: [story 3.384: 0.005 -0.084] 0.048
leads 0.266: [story 3.418: 0.003 -0.081] 0.054
shared 2.639: [agreement -0.279: -0.107 -0.011] 0.05
leads 0.167: -0.06 [story 3.597: 0.059 -0.034]
verbatim 0.334: -0.039 [story 3.597: 0.078 -0.019]
agreement 0.428: [story 3.35: 0.018 -0.06] 0.055
leads 0.307: -0.023 [action_cosine 0: -0.083 0.082]
agreement -0.348: -0.09 [larger 2.919: 0.045 -0.028]
lead_share 0.518: -0.037 [action_cosine 0: -0.054 0.053]
common 0.246: -0.109 [story 3.384: 0.047 -0.02]
shared 2.879: [common 0.246: -0.107 -0.01] 0.053
agreement 0.475: [story 3.418: 0.014 -0.053] 0.054
local_cosine 0.126: [story 3.624: 0.007 -0.059] 0.083
lead_names 2.318: -0.035 [action_cosine 0: -0.053 0.046]
agreement 0.555: [story 3.35: 0.02 -0.036] 0.069
common 0.246: -0.102 [larger 2.881: 0.034 -0.022]
leads 0.321: [story 3.541: 0.005 -0.057] 0.048
verbatim 0.307: -0.032 [story 3.597: 0.051 -0.016]
lead_share 0.518: -0.028 [action_cosine 0: -0.043 0.041]
common 0.097: -0.111 [events 0.5: -0.023 0.028]
local_cosine 0.129: [larger 2.881: 0.013 -0.036] 0.071
lead_names 1.771: -0.04 [larger 3.075: 0.034 -0.033]
agreement 0.515: [lead_names 2.318: -0.04 0.008] 0.05
common 0.097: -0.107 [events 0.5: -0.023 0.026]
shared 3.306: [cosine 0.018: -0.075 -0] 0.075
digits 0.801: [larger 2.956: 0.012 -0.034] 0.088
common 0.097: -0.104 [action_cosine 0: -0.039 0.014]
agreement 0.564: [lead_names 2.965: -0.022 0.029] 0.055
verbatim 0.795: [story 3.624: 0.009 -0.035] 0.109
strange 1.634: 0.019 [lighter 4.259: -0.036 0.039]
common 0.097: -0.101 [larger 2.824: 0.024 -0.015]
local_cosine 0.137: [digits 1.731: -0.01 0.108] 0.061
events 0.5: -0.022 [story 3.238: 0.06 -0.001]
leads 0.307: -0.012 [action_cosine 0: -0.049 0.048]
agreement 0.475: [smaller 1.058: 0.127 -0.014] 0.033
lead_names 1.771: -0.031 [larger 3.175: 0.023 -0.043]
common 0.097: -0.097 [digits 0.801: -0.001 0.078]
cosine 0.018: -0.06 [lead_names 2.965: -0.007 0.04]
smaller 1.25: 0.088 [common 0.651: -0.09 0.002]
verbatim 0.795: [smaller 2.627: 0.012 -0.026] 0.096
events 0.5: -0.019 [story 3.314: 0.047 -0.004]
strange 1.634: 0.016 [smaller 2.787: -0.004 -0.075]
agreement 0.564: [lighter 4.259: -0.014 0.037] 0.045
lead_names 1.771: [smaller 1.352: 0.065 -0.041] 0.01
shared 2.209: -0.022 [lead_names 2.965: -0.002 0.053]
action_shared 3.03: [common 0.097: -0.092 -0.001] 0.078
digits 1.731: [smaller 2.663: 0.009 -0.023] 0.082
events 0.5: -0.018 [lead_names 2.428: -0.008 0.038]
agreement 0.581: [story 3.198: 0.024 -0.014] 0.044
verbatim 0.795: [smaller 2.627: 0.01 -0.021] 0.086
strange 1.634: 0.014 [lighter 3.71: -0.046 0.006]
action_cosine 0: -0.03 [lead_names 2.965: -0.004 0.045]
smaller 1.058: 0.094 [common 0.412: -0.086 0.002]
agreement 0.428: -0.009 [larger 3.219: 0.032 -0.069]
lighter 4.3: [names_missing 1.242: 0.003 -0.048] 0.04
digits 1.731: [leads 0.324: -0.01 0.023] 0.074
smaller 2.871: 0.007 [lead_share 0.697: -0.073 0.006]
events 0.5: -0.015 [action_shared 1.978: 0.041 -0.004]
larger 1.588: 0.136 [common 0.295: -0.081 0.002]
heavier 4.302: [larger 3.086: -0.001 -0.058] 0.013
verbatim 0.3: -0.016 [story 3.597: 0.029 -0.014]
lead_names 1.771: [leads 0.212: -0.045 0.025] 0.008
smaller 1.25: 0.064 [common 0.987: -0.061 0.002]
verbatim 0.81: [smaller 2.435: 0.013 -0.014] 0.084
cosine 0.025: -0.042 [lead_names 3.126: -0.003 0.036]
action_shared 3.03: [agreement 0.611: -0.006 0.041] 0.064
events 0.5: -0.014 [action_shared 1.978: 0.037 -0.004]
lighter 4.259: [names_missing 1.242: 0.002 -0.045] 0.03
digits 0.801: [story 4.016: 0 -0.129] 0.052
lead_names 1.784: [larger 1.875: 0.083 -0.029] 0.007
smaller 2.663: 0.009 [lead_share 0.673: -0.048 0.011]
heavier 4.302: [leads 0.31: -0.027 0.019] 0.011
smaller 1.058: 0.074 [common 0.412: -0.074 0.001]
action_cosine 0: -0.023 [lead_names 2.593: -0.008 0.025]
smaller 2.871: 0.006 [lead_share 0.786: -0.053 0.013]
agreement 0.432: [story 3.198: 0.022 -0.018] 0.017
verbatim 0.867: [lighter 3.712: -0.013 0.01] 0.1
events 0.5: -0.012 [digits 0.801: 0.005 0.09]
smaller 3.027: 0.004 [lead_share 0.697: -0.089 -0]
agreement 0.611: [story 3.651: 0.004 -0.022] 0.038
local_cosine 0.236: [action_cosine 0.591: -0 -0.085] 0.056
common 0.097: -0.075 [agreement -0.748: 0.185 0.001]
larger 1.588: 0.107 [common 0.383: -0.064 0.001]
verbatim 0.233: [names_missing 1.242: -0.005 -0.084] 0.005
lead_names 3.126: -0.005 [names_missing 0.347: 0.075 -0.004]
smaller 2.435: [common 1.636: -0.017 0.042] -0.009
smaller 1.25: 0.053 [lead_names 1.771: -0.027 0.005]
events 0.5: -0.012 [action_shared 1.555: 0.057 0.002]
action_shared 3.03: [lighter 4.3: -0.005 0.029] 0.055
verbatim 0.867: [heavier 4.331: -0.011 0.01] 0.093
smaller 1.058: 0.061 [common 0.447: -0.063 0.001]
agreement 0.327: -0.009 [story 3.98: 0.015 -0.089]
action_cosine 0: -0.02 [leads 0.374: -0.002 0.041]
smaller 2.516: [common 1.617: -0.012 0.029] -0.01
agreement -0.748: [known 1.555: -0.105 0.378] -0.001
smaller 1.33: 0.044 [common 1.011: -0.049 0.001]
heavier 4.819: -0.003 [other_event 0.5: 0.051 -0.063]
larger 1.665: 0.079 [story 2.441: -0.14 0]
digits 1.731: [digits 1.722: -0.001 -0.231] 0.053
smaller 2.916: 0.004 [lead_share 0.697: -0.057 0.005]
verbatim 0.81: [heavier 4.302: -0.011 0.008] 0.066
agreement 0.611: [story 3.113: 0.021 -0.007] 0.032
leads 0.167: [lead_names 2.48: -0.029 0.046] 0.005
events 0.5: -0.01 [digits 0.801: 0.004 0.082]
lead_names 3.126: -0.004 [names_missing 0.347: 0.068 -0.004]
smaller 2.435: [common 1.74: -0.01 0.038] -0.008
agreement -0.74: [known 1.555: -0.103 0.283] -0.001
cosine 0.025: -0.029 [known 1.555: 0.021 -0.007]
lighter 3.712: [strange 1.601: 0.006 -0.031] 0.009
verbatim 0.334: -0.008 [known 1.555: 0.051 0.001]
lead_names 1.784: [leads 0.207: -0.035 0.021] 0.005
smaller 1.33: 0.04 [common 0.987: -0.045 0.001]
smaller 3.027: 0.003 [lead_share 0.697: -0.072 0]
agreement -0.757: [known 1.555: -0.096 0.241] -0.001
story 4.016: 0.001 [digits 0.801: -0.105 0.15]
larger 1.875: 0.045 [story 2.441: -0.135 -0.001]
verbatim 0.867: [smaller 2.435: 0.009 -0.009] 0.084
lead_names 3.126: -0.004 [names_missing 0.347: 0.062 -0.002]
agreement 0.555: -0.003 [action_cosine 0: -0.032 0.036]
heavier 4.819: -0.002 [other_event 0.5: 0.044 -0.055]
lead_names 1.784: [leads 0.212: -0.031 0.019] 0.005
larger 1.588: 0.081 [story 2.441: -0.098 0]
smaller 2.627: 0.007 [lead_share 0.518: -0.044 0.004]
events 0.5: -0.009 [action_shared 1.555: 0.049 0.001]
lighter 3.712: -0.008 [digits 0.801: 0.004 0.075]
names_missing 1.242: 0.004 [verbatim 0.27: -0.06 0.011]
known 1.555: [known 1.555: 0.006 0.643] -0.007
lead_names 3.045: -0.004 [larger 2.212: -0.125 0.02]
story 3.113: [lighter 3.118: -0.119 0.031] -0.003
covered 0.088: -0.019 [known 1.555: 0.021 -0.006]
lead_names 1.784: [larger 3.327: -0.016 0.251] 0.005
smaller 2.916: [verbatim 0.448: -0.003 0.028] -0.016
common 0.026: [known 1.555: -0.105 0.207] 0.001
smaller 1.181: 0.04 [common 0.447: -0.062 0]
heavier 4.331: -0.007 [action_shared 1.58: 0.034 -0.002]
verbatim 0.867: [smaller 2.435: 0.008 -0.008] 0.078
agreement 0.327: -0.007 [story 3.942: 0.013 -0.06]
action_cosine 0: -0.015 [lead_names 2.471: -0.009 0.017]
known 1.555: [known 1.555: 0.006 0.435] -0.006
names_missing 1.242: 0.003 [larger 2.958: 0.01 -0.056]
action_shared 3.072: [events 2.5: -0 -0.069] 0.043
agreement 0.694: -0.001 [common 1.835: -0.085 0.062]
verbatim 0.233: -0.014 [known 1.555: 0.024 -0.004]
lead_names 3.157: -0.003 [action_shared 2.214: 0.002 0.073]
digits 1.928: [smaller 2.435: 0.008 -0.007] 0.071
lead_names 1.784: [leads 0.207: -0.029 0.017] 0.004
events 0.5: -0.008 [action_shared 1.978: 0.027 -0.006]
shared 1.718: [names_missing 0.347: 0.038 -0.035] 0.004
lighter 3.944: -0.005 [digits 0.801: 0.005 0.08]
smaller 3.123: [known 2.19: -0.004 0.018] -0.025
known 1.555: [known 1.555: 0.006 0.332] -0.006
smaller 1.33: 0.031 [common 1.011: -0.042 0.001]
larger 1.875: [heavier 4.155: -0.041 0.076] -0.001
agreement 0.581: [story 3.113: 0.018 -0.006] 0.021
lead_names 3.157: -0.003 [names_missing 0.347: 0.056 -0.001]
story 4.016: 0.001 [digits 0.801: -0.086 0.141]
verbatim 0.778: [action_cosine 0.758: -0 -0.114] 0.042
heavier 4.819: -0.002 [lead_share 0.725: 0.045 -0.035]
common 0.026: [known 1.555: -0.102 0.161] 0.001
known 1.555: [known 1.555: 0.005 0.272] -0.005
names_missing 1.242: 0.003 [verbatim 0.27: -0.052 0.01]
lead_names 1.784: [larger 3.327: -0.014 0.22] 0.004
smaller 0.748: 0.063 [common 0.549: -0.045 0.001]
smaller 2.435: [common 1.617: -0.012 0.027] -0.006
larger 1.588: 0.068 [common 0.383: -0.048 0.001]
known 1.555: [known 0: 0.002 0.112] -0.005
lighter 3.712: [strange 1.601: 0.005 -0.025] 0.007
smaller 1.181: 0.034 [common 0.447: -0.054 0]
events 0.5: -0.007 [agreement 0.432: -0.003 0.03]
story 2.441: [shared 1.688: -0.193 0.044] 0.001
story 3.068: [lighter 3.118: -0.1 0.029] -0.002
local_cosine 0.236: [action_cosine 0.591: 0 -0.074] 0.036
known 1.555: [known 1.555: 0.005 0.232] -0.005
verbatim 0.379: -0.005 [leads 0.526: 0.003 0.08]
smaller 2.916: 0.003 [lead_share 0.697: -0.042 0.005]
lead_names 3.045: -0.003 [larger 2.212: -0.109 0.017]
covered 0.088: [leads 0.512: -0.009 -0.132] 0.002
known 1.555: [known 0: 0.002 0.093] -0.005
agreement 0.705: -0.001 [common 1.835: -0.092 0.062]
smaller 2.435: 0.007 [lead_names 2.471: -0.03 0.005]
lead_names 3.9: 0 [story 3.384: -0.211 0.034]
digits 2: [digits 1.619: 0.001 -0.045] 0.069
heavier 4.331: -0.006 [action_shared 1.58: 0.03 -0.003]
shared 2.209: [names_missing 0.347: 0.026 -0.022] 0.005
leads 0.167: [strange 1.942: -0.032 0.018] 0.004
"""


class Question(NamedTuple):
    """Points for one side and the other of an edge; a side may ask on, or give the same points twice."""

    signal: int
    edge: float
    below: tuple[int, float, float, float]
    above: tuple[int, float, float, float]


def _read(table: str) -> tuple[Question, ...]:
    place = {name: at for at, name in enumerate(Evidence._fields)}
    questions = []
    for line in table.strip().splitlines():
        words = iter(line.replace(":", " ").replace("]", " ").split())
        signal, edge = place[next(words)], float(next(words))
        sides = []
        for word in words:
            if word.startswith("["):
                sides.append((place[word[1:]], float(next(words)), float(next(words)), float(next(words))))
            else:
                sides.append((signal, edge, float(word), float(word)))
        questions.append(Question(signal, edge, *sides))
    return tuple(questions)


QUESTIONS = _read(_TABLE)

_ROUND = 20  # questions asked between two looks at whether the pair can still come anywhere
_HOPELESS = -2.5  # log odds; a pair below is never more than a small weight in a group's average


def _hopes(questions: tuple[Question, ...]) -> tuple[tuple[float, tuple[Question, ...]], ...]:
    """The questions in rounds, each with the most points that it and all later ones can give."""
    rounds = [questions[at : at + _ROUND] for at in range(0, len(questions), _ROUND)]
    best = [sum(max(*ask.below[2:], *ask.above[2:]) for ask in part) for part in rounds]
    return tuple((sum(best[at:]), part) for at, part in enumerate(rounds))


_ROUNDS = _hopes(QUESTIONS)


def log_odds(found: Evidence) -> float:
    """The points of all questions together; a hopeless pair is not asked to the end."""
    total = BIAS
    for hope, questions in _ROUNDS:
        if total + hope < _HOPELESS:
            return total + hope
        for signal, edge, below, above in questions:
            asked, mark, low, high = below if found[signal] <= edge else above
            total += low if found[asked] <= mark else high
    return total
