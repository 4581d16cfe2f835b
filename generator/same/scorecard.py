"""What speaks for and against a pair of facts in, the log odds that they report one event out.

Two hundred small questions, each worth some points: "leads 0.225: 0.027 0.141" gives 0.027 where the
evidence called leads is at most 0.225, and 0.141 where it is more; a question in brackets is asked only
on that side. ``benchmarks/fit_same.py`` fits the points on news sentences with known events and prints
this table; they are plain numbers here, no library is needed to use them. ``Evidence`` says what each name
means; ``benchmarks/same.py`` shows what each is worth.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .evidence import Evidence

BIAS = -0.0517

_TABLE = """
agreement 0.121: [verbatim 0.377: [lead_names 2.758: -0.062 -0.005] [local_cosine 0.104: -0.03 0.006]] [verbatim 0.347: [loose 0: -0.015 0.021] [known 1.771: 0.034 0.056]]
lead_names 1.716: [action_shared 2.931: [loose 0.262: -0.056 -0.012] [other_bonds 0: 0.027 -0.003]] [agreement -0.135: [cosine 0.231: -0.035 0.008] [cosine 0: -0.016 0.034]]
leads 0.202: [common 0.395: -0.067 [agreement 0.238: -0.045 0.004]] [story 3.638: [loose 0.232: 0.021 0.05] [leads 0.341: -0.019 0.027]]
loose 0.279: [verbatim 0.334: [common 1.231: -0.058 -0.005] [lead_share 0.337: -0.03 0.013]] [verbatim 0.469: [heavier 4.106: -0.014 0.01] [strange 1.656: 0.05 0.016]]
loose 0.204: [lead_names 1.771: [lead_share 0.199: -0.058 -0.011] [lead_names 2.973: -0.004 0.022]] [smaller 3.059: [lead_names 2.316: 0.007 0.047] [lead_names 3.046: -0.014 0.025]]
leads 0.213: [lead_share 0.337: [shared 2.641: -0.056 -0.026] [lead_names 1.716: -0.04 -0.012]] [shared 2.561: [larger 3.113: 0.013 -0.024] [leads 0.322: 0.016 0.044]]
leads 0.169: [common 1.397: [leads 0.133: -0.06 -0.032] [story 3.219: 0.017 -0.034]] [agreement 0.389: [smaller 2.746: 0.017 -0.009] [action_cosine 0: 0.015 0.044]]
common 1.037: [larger 1.876: [leads 0.12: -0.014 0.023] [smaller 1.214: -0.022 -0.061]] [larger 3.039: [lead_names 1.771: -0.004 0.035] [lead_share 0.565: -0.031 -0.003]]
agreement 0.012: -0.045 [action_shared 0: [larger 2.854: 0.001 -0.019] [action_shared 2.369: 0.026 0.045]]
bonds 1.68: [lead_share 0.337: [strange 0: -0.02 -0.049] [story 3.555: 0.026 -0.006]] [lead_names 2.355: [leads 0.222: -0.017 0.019] [events 0: 0.029 0.056]]
lead_share 0.337: [smaller 1.214: [common 0.395: -0.018 0.011] [leads 0.213: -0.052 -0.018]] [covered 0.302: [agreement 0.334: -0.026 0.016] [bonds 2.356: 0.008 0.038]]
common 1.037: [agreement -0.135: -0.056 [story 3.367: 0.023 -0.006]] [lead_names 1.716: [lead_share 0: 0.02 -0.015] [verbatim 0.446: 0.007 0.043]]
shared 2.641: [lead_share 0.528: [agreement 0.202: -0.049 -0] [action_cosine 0: -0.02 0.014]] [shared 2.988: [lead_share 0.528: -0.017 0.018] [leads 0.322: 0.013 0.042]]
known 1.68: [other_bonds 0: [digits 1.603: -0.018 0.025] [leads 0.213: -0.044 0.003]] [lead_names 2.587: [smaller 2.43: 0.011 -0.023] [events 0: 0.019 0.047]]
strange 0: [lead_names 1.635: [common 0.395: -0.039 0.016] 0.039] [known 1.635: [shared 1.771: -0.003 -0.042] [larger 2.908: 0.021 -0.034]]
strangers 0: [agreement -0.055: [lead_share 0.528: -0.046 0.003] [action_shared 2.208: 0.022 0.045]] [shared 2.873: [agreement -0.055: -0.053 0.004] [shared 3.127: 0.008 0.03]]
shared 2.988: [common 0.395: -0.048 [leads 0.202: -0.023 0.009]] [agreement 0.361: [lead_share 0.416: -0.011 0.015] [digits 1.603: 0.043 0.017]]
leads 0.222: [other_bonds 0: [story 3.178: 0.01 -0.026] [strange 1.656: -0.003 -0.037]] [names_missing 1.099: [story 3.912: 0.028 -0.017] [larger 2.908: 0.002 -0.034]]
leads 0.202: [lead_names 1.716: [digits 0: -0.049 -0.015] [shared 2.641: -0.023 -0.006]] [local_shared 0.877: [local_cosine 0.001: -0.012 0.003] [leads 0.282: 0.009 0.034]]
lead_names 1.716: [shared 2.873: [strangers 0: -0.019 -0.043] [leads 0.234: -0.018 0.014]] [leads 0.169: [story 3.401: 0.005 -0.036] [events 0: 0.008 0.042]]
agreement 0.163: [lead_share 0.528: -0.041 [action_cosine 0: -0.021 0.005]] [verbatim 0.323: [action_shared 0: -0.004 0.022] [local_shared 0.508: 0.018 0.039]]
agreement -0.236: [lead_names 2.477: -0.05 0.01] [story 3.784: [events 0: 0.017 0.043] [larger 2.819: 0.028 -0.027]]
leads 0.222: [bonds 1.634: [agreement 0.012: -0.038 0.002] [known 2.619: -0.007 0.019]] [action_shared 0: [cosine 0.176: -0.03 0.009] [lead_names 2.973: 0.01 0.042]]
lead_names 1.771: [leads 0.222: [story 2.944: -0.012 -0.04] [story 3.555: 0.025 -0]] [shared 2.761: [leads 0.169: -0.015 0.01] [lead_names 2.477: 0.011 0.036]]
lead_share 0.416: [leads 0.158: [known 1.702: -0.042 -0.024] [lead_names 2.11: 0.009 -0.012]] [story 3.611: [lead_names 2.213: -0.009 0.024] [digits 0: -0.01 0.04]]
shared 2.873: [leads 0.222: [known 1.771: -0.032 -0.005] [shared 1.771: -0.016 0.012]] [agreement 0.361: [larger 2.687: 0.023 -0.009] [smaller 3.059: 0.046 -0]]
verbatim 0.347: [common 0.395: -0.045 [strange 1.656: -0.007 -0.025]] [other_bonds 0: [smaller 3.059: 0.022 -0.016] [agreement 0.271: -0.035 0.031]]
shared 2.641: [larger 3.016: [common 1.527: -0.029 0.009] [names_missing 0: -0.01 -0.032]] [agreement 0.271: [story 3.401: 0.017 -0.029] [larger 3.147: 0.038 -0.011]]
shared 2.873: [names_missing 0: [lead_share 0.416: -0.027 0.016] [leads 0.169: -0.032 -0.007]] [loose 0.556: [larger 2.878: 0.026 0.003] [other_bonds 0: 0.04 0.006]]
leads 0.169: [verbatim 0.334: [common 0.395: -0.041 -0.024] [heavier 4.425: -0.025 0.003]] [agreement 0.271: [lead_share 0.495: -0.021 0.005] [larger 3.189: 0.026 -0.008]]
agreement 0.012: [agreement -0.135: [smaller 1.214: 0.002 -0.046] [larger 2.747: 0.01 -0.034]] [story 3.584: [shared 2.149: 0.012 0.037] [leads 0.322: -0.018 0.024]]
verbatim 0.446: [lead_share 0.337: [lead_share 0.199: -0.04 -0.023] [story 3.584: 0.013 -0.02]] [larger 2.878: [story 3.584: 0.036 -0.001] [local_cosine 0.058: -0.013 0.016]]
lead_names 2.316: [agreement -0.055: -0.046 [larger 2.687: 0.033 -0.011]] [agreement -0.055: [action_cosine 0: -0.032 -0.015] [events 0: 0.01 0.035]]
agreement 0.202: [lead_share 0.495: [lighter 4.303: -0.038 -0.006] [action_cosine 0: -0.021 -0]] [events 0: [local_cosine 0.021: -0.002 0.023] [leads 0.169: 0.005 0.033]]
cosine 0.331: [agreement -0.055: [lead_names 2.437: -0.035 -0.002] [story 3.555: 0.025 -0.019]] [loose 0.413: [story 3.555: 0.017 -0.008] [larger 3.189: 0.031 -0.009]]
lead_share 0.528: [agreement -0.135: -0.041 [smaller 2.474: 0.013 -0.023]] [smaller 2.626: [shared 1.771: 0.001 0.026] [story 3.664: 0.008 -0.018]]
leads 0.222: [lead_names 1.716: [leads 0.158: -0.039 -0.016] [strange 2.269: 0.003 -0.015]] [story 3.367: [events 0: 0.007 0.046] [loose 0.097: -0.015 0.013]]
agreement 0.303: [lead_share 0.528: [digits 0: -0.039 0.002] [shared 2.873: -0.013 0.017]] [agreement 0.491: [smaller 2.896: 0.014 -0.016] [smaller 3.059: 0.036 0.004]]
agreement 0.303: [story 3.178: [strange 1.656: 0.019 -0.006] [local_shared 1.032: -0.032 -0.008]] [smaller 3.059: [larger 3.113: 0.02 -0.015] [shared 3.305: -0.02 0.009]]
lead_names 2.316: [agreement -0.135: -0.043 [leads 0.222: -0.012 0.014]] [names_missing 1.099: [agreement 0.121: -0.003 0.023] [heavier 4.72: -0.015 0.011]]
strange 0: [leads 0.169: [lighter 4.173: -0.021 0.006] [verbatim 0.663: 0.014 0.035]] [loose 0.358: [story 3.135: 0.011 -0.016] [common 1.397: -0.01 0.028]]
names_missing 0: [lead_share 0.528: [local_cosine 0.025: -0.02 0.002] [common 1.753: 0.006 0.026]] [digits 0: [lead_names 1.673: -0.034 -0.011] [agreement -0.34: -0.015 0.034]]
lead_names 2.908: [story 3.401: [leads 0.169: -0.014 0.022] [phrases 1.609: -0.022 0.014]] [action_shared 0: [other_event 0: -0.013 0.015] [verbatim 0.241: 0.006 0.032]]
common 1.037: [story 2.944: [heavier 4.72: -0.012 0.008] -0.041] [agreement 0.491: [digits 0: -0.008 0.032] [larger 3.189: 0.029 -0.004]]
agreement -0.236: [lead_share 0.565: -0.041 0.002] [events 0: [story 3.912: 0.005 -0.032] [leads 0.341: 0.025 0.041]]
shared 3.127: [known 1.702: [smaller 1.214: 0.013 -0.019] [events 1: -0.002 -0.03]] [shared 3.305: [strange 2.269: 0.008 -0.007] [agreement 0.202: -0.003 0.032]]
agreement 0.271: [agreement -0.055: [local_cosine 0.208: -0.039 0.002] [larger 2.782: 0.005 -0.026]] [action_cosine 0: [leads 0.447: 0.002 -0.009] [local_cosine 0.001: 0.003 0.027]]
agreement 0.466: [smaller 2.746: [agreement -0.34: -0.025 0.006] [digits 0: -0.024 0.026]] [other_event 0: [story 3.738: 0.033 0.006] [lead_names 2.316: 0.013 -0.012]]
story 3.401: [verbatim 0.334: [strangers 1.099: 0.005 -0.019] [common 0.395: -0.014 0.029]] [covered 0.6: [leads 0.322: -0.02 0.012] [shared 3.305: 0.001 0.021]]
shared 2.873: [story 3.401: [lead_names 1.635: -0.024 0.011] [shared 1.603: -0.007 -0.017]] [story 3.584: [loose 0.262: 0.007 0.03] [lead_share 0.565: -0.018 0.002]]
story 3.135: [agreement -0.34: -0.02 [covered 0: 0 0.024]] [bonds 1.68: [local_cosine 0.104: -0.019 0.002] [leads 0.257: -0.02 0.022]]
smaller 2.829: [agreement -0.055: [common 0.124: -0.035 -0.004] [strange 1.949: 0.015 0.028]] [phrases 1.609: [events 0: -0.033 -0.015] [shared 3.59: 0.003 0.017]]
known 2.17: [larger 2.03: [action_cosine 0: -0.004 0.027] [names_missing 0: 0.003 -0.015]] [agreement -0.055: [lead_share 0.565: -0.031 -0] [lead_share 0.288: -0.005 0.019]]
lead_share 0.337: [story 3.401: [agreement -0.236: -0.036 0.023] -0.028] [action_shared 1.555: [heavier 4.301: -0.016 0.006] [leads 0.409: 0.011 0.032]]
known 1.702: [strangers 0: [bonds 0: 0.004 -0.013] [lead_share 0.495: -0.017 0.003]] [leads 0.257: [strange 2.269: 0.016 0] [shared 2.204: -0.001 0.03]]
lead_share 0.565: [lead_share 0.337: [digits 0: -0.023 0.011] [leads 0.36: -0.007 0.009]] [action_shared 1.335: [heavier 4.106: 0 -0.016] [common 2.86: 0.021 -0.01]]
loose 0.262: [strangers 0: [action_cosine 0: -0.006 0.017] [lead_names 1.716: -0.026 0.01]] [strangers 0: [common 1.938: 0.01 0.039] [lead_share 0.528: -0.006 0.026]]
agreement -0.135: -0.038 [larger 3.147: [local_shared 0.508: 0.005 0.023] [common 2.715: -0.024 -0.003]]
story 3.497: [lead_names 1.771: [common 0.124: -0.028 -0.002] [verbatim 0.241: -0.006 0.025]] [leads 0.379: [shared 3.305: -0.025 -0.004] [shared 1.771: -0.021 0.015]]
bonds 1.68: [action_cosine 0: [common 1.037: -0.002 -0.03] [action_cosine 0.057: 0.014 -0.011]] [leads 0.269: [action_shared 1.664: 0.008 -0.012] [known 1.68: -0.006 0.023]]
story 3.638: [shared 2.641: [lead_names 1.771: -0.018 0.01] [verbatim 0.377: 0.003 0.025]] [covered 0.754: [agreement 0.361: -0.032 0.004] [story 3.85: 0.022 -0.001]]
agreement -0.236: [larger 1.876: 0.006 [loose 0.336: -0.037 -0.005]] [lighter 3.519: [covered 0.754: -0.007 0.012] [shared 2.024: 0.003 0.016]]
action_shared 0: [larger 3.039: [leads 0.169: -0 -0.022] -0.002] [story 3.584: [common 1.642: -0.007 0.027] [lead_names 2.973: -0.018 0.014]]
digits 0: [lead_names 2.973: [agreement 0.012: -0.034 0.002] [larger 2.287: -0.016 0.025]] [shared 2.503: -0.001 0.04]
agreement 0.163: [other_bonds 0: [story 3.367: 0.01 -0.029] [story 3.434: -0.006 -0.044]] [events 0: [shared 2.265: -0.009 0.009] [agreement 0.271: 0.017 0.039]]
loose 0: [lighter 3.71: -0.023 [verbatim 0.23: 0.002 -0.003]] [common 1.852: [lighter 4.303: -0.01 0.009] [strangers 1.099: 0.023 0.006]]
agreement 0.012: [agreement -0.135: [larger 1.876: 0.008 -0.039] [known 1.555: 0.003 -0.025]] [lead_names 2.908: [leads 0.269: -0.003 0.009] [cosine 0: -0.002 0.024]]
leads 0.169: [local_cosine 0.015: [lead_names 2.587: -0.018 0.007] [action_shared 2.602: -0.026 -0.005]] [action_shared 2.602: [larger 3.082: 0.009 -0.025] [agreement 0.202: -0 0.029]]
agreement 0.303: [story 3.401: [strange 1.656: 0.001 -0.008] [lead_names 2.437: -0.034 -0.013]] [story 3.555: [phrases 0: 0.01 0.028] [digits 0: 0.004 -0.028]]
strange 1.656: [action_cosine 0: [cosine 0.065: 0.004 -0.016] [story 3.989: 0.011 -0.025]] [digits 0: [smaller 2.746: -0.007 -0.039] [events 0: -0.007 0.03]]
digits 0: [leads 0.169: [agreement 0.163: -0.034 0.01] [common 2.506: 0.007 -0.005]] [lighter 3.757: [known 2.294: 0.016 -0.014] [names_missing 1.099: 0.033 0.003]]
story 3.638: [smaller 2.146: [common 0.124: -0.03 0.004] [leads 0.146: -0.021 0.022]] [agreement 0.516: [local_cosine 0.157: -0.023 0.007] [local_shared 0.553: -0.002 0.03]]
lead_names 1.771: [leads 0.222: -0.02 [common 2.257: 0.012 -0.01]] [events 0: [known 1.555: 0.01 -0.009] 0.019]
leads 0.202: [lighter 4.13: [strange 1.949: -0.02 0.003] [action_shared 1.582: 0.029 0.002]] [events 0: [lighter 3.903: -0.017 0.012] [local_shared 0.598: 0.001 0.017]]
lighter 4.13: [strange 1.656: [local_shared 0.139: -0.008 0.012] [agreement 0.303: -0.025 0.013]] [lead_names 2.437: [common 0.395: -0.019 0.011] [lead_share 0.778: 0.033 0.013]]
agreement 0.389: [smaller 2.556: [digits 0: -0.008 0.02] [story 3.367: 0.016 -0.032]] [known 2.405: [local_shared 0.508: 0.013 0.026] [action_cosine 0.209: -0.008 0.018]]
lead_share 0.528: [agreement -0.236: -0.039 [lead_names 2.11: 0.018 -0.006]] [action_shared 0: [story 3.045: -0.014 -0.001] [known 2.405: 0.021 0.004]]
agreement 0.361: [common 0.395: -0.03 [action_shared 0: -0.027 -0.001]] [action_cosine 0: [loose 0.169: -0.017 0.01] [common 2.86: 0.024 -0.012]]
strange 1.656: [shared 3.305: [leads 0.133: -0.015 0.006] [covered 0.448: 0.005 0.029]] [agreement -0.055: [larger 2.03: -0 -0.035] [smaller 2.474: 0.01 -0.013]]
story 3.584: [cosine 0: -0.013 [events 0: 0.009 0.03]] [local_shared 0.598: [smaller 2.303: 0.005 -0.025] [strange 2.269: 0.007 -0.022]]
story 3.401: [action_shared 0: [smaller 2: -0.032 -0.005] [lead_share 0: -0.009 0.028]] [leads 0.322: [leads 0.202: -0.022 -0.007] [story 3.912: 0.016 -0.006]]
action_shared 0: [lighter 3.59: [local_shared 0.73: -0.024 0.001] [shared 1.672: -0.011 -0.002]] [known 2.619: [agreement 0.271: -0.012 0.015] [shared 3.127: 0.028 0.012]]
leads 0.322: [lead_share 0.252: [leads 0.133: -0.031 -0.003] [story 3.555: 0.006 -0.021]] [names_missing 1.099: [agreement 0.441: 0.008 0.025] [strange 2.642: 0.009 -0.014]]
shared 3.305: [local_cosine 0.066: [agreement 0.441: -0.019 0.006] [local_cosine 0.208: -0 0.014]] [strange 2.642: [action_shared 2.181: 0.004 0.027] -0.018]
agreement 0.441: [lighter 4.303: [story 3.219: 0.007 -0.023] [common 0.124: -0.013 0.03]] [events 0: [shared 2.84: -0 0.019] [common 2.41: 0.033 0.018]]
agreement -0.34: [action_shared 1.555: [action_shared 0: -0.018 0.032] [names_missing 1.792: -0.03 0.008]] [story 3.497: [shared 0: -0.023 0.023] [digits 0: -0.02 0.003]]
common 0.395: -0.031 [story 3.135: [lead_share 0.824: 0.029 0.01] [leads 0.341: -0.007 0.018]]
leads 0.269: [lighter 4.215: [smaller 2.474: -0.011 -0.029] [lead_names 2.908: -0.007 0.021]] [agreement 0.441: [larger 2.819: 0.009 -0.02] [loose 0.169: -0.004 0.025]]
agreement -0.236: [smaller 1.742: [lead_share 0.252: -0.016 0.009] [story 3.135: -0.01 -0.037]] [story 3.401: [lighter 3.71: 0.004 0.027] [bonds 2.356: -0.012 0.013]]
agreement 0.303: [lighter 4.303: [lead_names 2.437: -0.029 -0.01] [lead_names 2.437: -0.005 0.03]] [larger 2.989: [shared 2.024: -0.008 0.013] [events 1: 0.029 0.005]]
leads 0.269: [smaller 2.474: [common 1.642: -0.009 0.006] [story 3.555: -0.002 -0.031]] [agreement 0.466: [larger 2.819: 0.019 -0.009] [shared 0: -0.003 0.023]]
lighter 4.303: [story 3.401: [verbatim 0.446: -0.003 0.023] [covered 0.754: -0.012 0.015]] [local_cosine 0.021: [action_cosine 0.129: 0.03 -0.003] [common 0.395: -0.013 0.004]]
common 0.395: [smaller 1.214: [larger 2.178: 0.011 -0.011] [lead_share 0: -0.033 -0.008]] [action_cosine 0: -0.015 [events 0: -0 0.009]]
action_cosine 0: [larger 2.819: [heavier 4.486: -0.018 0.002] -0.038] [story 3.296: [smaller 2.35: 0.003 0.024] [agreement 0.491: -0.018 0.013]]
shared 3.305: [lead_names 3.046: [larger 2.43: 0.003 -0.015] [agreement 0.466: -0.004 0.017]] [strangers 1.099: [verbatim 0.446: 0.003 0.018] -0.017]
lead_names 2.316: [lead_share 0.704: [larger 3.147: -0.004 -0.024] [local_shared 0.37: -0.001 0.019]] [story 3.401: [events 0: 0.007 0.03] [names_missing 0: 0.017 -0.004]]
agreement 0.303: [lighter 4.303: [leads 0.213: -0.024 -0.007] [action_cosine 0.057: 0.031 0.001]] [action_shared 0: [common 2.257: 0.01 -0.014] [events 1: 0.018 0]]
action_cosine 0: [strange 0: [larger 2.819: -0.004 -0.026] [leads 0.202: 0.011 -0.009]] [leads 0.341: [action_cosine 0.068: 0.02 -0] [covered 0.556: 0.023 0.01]]
smaller 2.593: [agreement 0.361: [smaller 1.214: 0.02 -0.004] [action_shared 0: 0.009 0.028]] [agreement 0.303: [heavier 4.765: -0.024 0.013] [story 3.989: 0.01 -0.031]]
agreement -0.236: [leads 0.308: [story 2.833: -0.004 -0.036] 0.008] [known 1.555: [local_shared 0.1: 0.004 0.021] [lead_share 0.565: -0.011 0.003]]
digits 0: [smaller 2.782: [story 3.135: 0.017 -0.005] [verbatim 0.735: -0.021 0.014]] [action_cosine 0.041: -0.004 [story 3.85: 0.007 0.033]]
lead_names 3.046: [action_shared 2.931: [digits 0: -0.008 0.032] [larger 2.819: 0.028 0]] [local_shared 0.929: [other_bonds 0: 0.015 -0.013] [action_cosine 0.087: -0.001 0.024]]
story 3.135: [smaller 2.254: [lighter 3.519: -0.008 0.008] 0.029] [agreement 0.303: [strange 0: -0.013 -0.031] [leads 0.202: -0.007 0.017]]
digits 0: [cosine 0.445: [smaller 2.626: 0.001 -0.013] [strange 1.656: 0.021 -0.005]] [lighter 3.68: -0.007 0.033]
events 0: [smaller 2.146: [heavier 4.72: -0.016 0] [other_event 0: -0.004 0.021]] [lead_names 1.771: [local_shared 0.272: 0.013 -0.004] [phrases 1.099: 0.036 0.015]]
larger 2.782: [leads 0.308: [lead_share 0.704: 0.009 -0.007] [shared 1.603: 0 0.022]] [action_shared 0: -0.03 [strangers 1.099: -0.01 0.014]]
larger 2.908: [lighter 3.71: [action_cosine 0.096: -0.005 0.008] [agreement -0.236: -0.012 0.023]] [digits 0: [local_cosine 0.157: -0.017 0.008] 0.033]
story 3.367: [agreement -0.34: -0.029 [covered 0: -0.011 0.018]] [strange 2.269: [lead_share 0.528: -0.015 0.001] [phrases 1.099: -0.026 -0.003]]
story 3.664: [verbatim 0.334: [local_shared 0.929: 0.008 -0.019] [verbatim 0.469: 0.013 0.024]] [digits 0: [leads 0.409: -0.031 0.012] 0.032]
agreement 0.516: [other_bonds 0: [leads 0.322: -0.01 0.008] [local_shared 0: 0.006 -0.019]] [lead_share 0.704: [story 3.584: 0.019 -0.005] [larger 3.25: 0.026 0.003]]
smaller 2.896: [leads 0.169: [story 2.944: 0.011 -0.016] [agreement 0.603: 0.003 0.023]] [phrases 1.609: [cosine 0.627: -0.019 0.006] 0.005]
lead_names 3.181: [smaller 2.593: [agreement -0.34: -0.027 0.009] [covered 0.179: -0.002 -0.014]] [other_event 0: [larger 2.492: -0.009 0.026] [lighter 3.757: -0.005 0.007]]
shared 0: [other_event 0: -0.036 0.005] [agreement 0.012: [action_shared 1.555: 0.014 -0.016] [events 0: 0.004 0.028]]
agreement -0.236: [lead_share 0.565: [smaller 1.214: 0.002 -0.032] 0.009] [loose 0.169: [verbatim 0.23: 0.005 0.017] [story 3.611: 0.009 -0.018]]
action_shared 0: [smaller 2.782: [story 3.219: -0.018 0.01] -0.027] [story 3.638: [agreement -0.135: -0.008 0.019] [known 2.17: 0.005 -0.017]]
verbatim 0.347: [names_missing 1.099: [local_shared 0.272: -0.003 -0.016] [agreement 0.303: -0.029 -0.003]] [story 3.219: [larger 2.782: 0.019 -0.003] [digits 0: -0.01 0.034]]
strangers 0: [agreement 0.466: [covered 0.754: -0.009 0.012] [larger 3.25: 0.013 -0.009]] [lighter 3.629: [leads 0.379: -0.024 0.002] [verbatim 0.312: -0.018 0]]
events 0: [action_shared 2.312: [lead_share 0.375: -0.001 -0.02] [action_shared 2.673: -0.004 0.009]] [common 0.124: [strange 2.925: -0.02 -0.001] [action_shared 1.555: 0.021 0.002]]
action_cosine 0: [other_event 0: [story 3.219: -0.032 -0.014] [cosine 0.055: 0.003 -0.014]] [leads 0.322: [heavier 4.363: -0.005 0.01] [events 0: 0.007 0.025]]
digits 0: [agreement 0.303: [strangers 0: -0.01 -0.022] [strange 0: 0.009 -0.008]] [events 0: [smaller 2.556: 0.011 -0.005] 0.035]
smaller 1.214: 0.026 [agreement 0.303: [lead_share 0.672: -0.024 -0.005] [smaller 2.593: 0.002 0.016]]
phrases 1.609: [smaller 2.474: [leads 0.269: -0.002 0.02] [heavier 4.817: -0.014 0.008]] [strangers 0: 0.023 [story 3.611: 0.009 -0.005]]
strangers 0: [lead_share 0.528: [agreement 0.416: -0.011 0.011] [agreement 0.516: 0.004 0.019]] [agreement -0.236: -0.034 [digits 0: 0.001 0.027]]
strange 1.949: [smaller 1.214: 0.023 [lead_names 2.908: -0.013 0.005]] [leads 0.105: [local_shared 0.978: 0.044 -0.009] [action_cosine 0.244: 0.013 -0.006]]
action_shared 0: [other_event 0: [phrases 0: -0.035 -0.006] [larger 2.719: -0.014 0.014]] [events 1: [common 0.124: -0.02 0.006] [larger 2.492: 0.014 -0.017]]
lighter 3.68: [leads 0.282: [strange 1.949: -0.016 0.009] [action_cosine 0: -0.019 0.006]] [agreement 0.441: [digits 0: -0.005 0.025] [events 0: 0.008 0.023]]
leads 0.308: [larger 2.878: [lead_names 3.046: -0.006 0.015] [story 3.219: -0.001 -0.025]] [story 3.611: [smaller 2.593: 0.02 0.007] [local_shared 0.929: -0.012 0.009]]
story 3.178: [common 1.642: [smaller 1.844: 0.009 -0.016] [events 0: 0.01 0.027]] [agreement 0.491: [lead_share 0.778: -0.02 -0.003] [agreement 0.603: 0.006 0.022]]
local_cosine 0.157: [covered 0.416: [strangers 1.099: 0.007 -0.01] [agreement 0.541: -0.013 0.011]] [lead_share 0.704: [smaller 2.657: 0.012 -0.011] 0.023]
leads 0.146: [known 1.702: [story 2.944: 0.011 -0.024] [loose 0.204: 0.002 -0.011]] [digits 0: [known 1.555: 0.01 -0.001] 0.023]
common 0.124: [agreement -0.34: -0.029 0.004] [agreement 0.57: [story 3.367: 0.016 -0.008] [lead_share 0.672: 0.01 0.022]]
common 0.395: [loose 0.077: -0.001 [known 0: -0.025 0.003]] [lead_share 0.704: [agreement -0.617: 0.039 0.011] [cosine 0.445: -0.002 0.011]]
agreement 0.441: [leads 0.294: [digits 0: -0.022 0.02] [common 2.359: 0.004 -0.013]] [heavier 3.894: [strange 1.802: 0.023 -0.005] [shared 2.024: -0.01 0.008]]
agreement 0.441: [digits 0: [lead_share 0.778: -0.014 -0.002] [cosine 0.143: -0.003 0.025]] [action_cosine 0: [lead_names 3.117: -0.009 0.005] [common 2.86: 0.027 -0.012]]
other_bonds 0: [leads 0.179: [smaller 2.146: -0.003 -0.02] [agreement 0.603: 0.001 0.021]] [smaller 2.943: [local_cosine 0.066: -0.011 0.005] [agreement 0.303: -0.035 -0.009]]
local_shared 0.929: [covered 0.284: [smaller 2.896: 0.003 -0.014] [known 1.635: 0.003 -0.024]] [smaller 2.711: [lead_share 0.199: -0.003 0.013] [known 2.17: 0.015 -0.009]]
common 0.124: [smaller 1.214: [heavier 4.331: -0.003 0] -0.027] [larger 2.782: [verbatim 0.23: -0.002 0.018] [other_event 0: 0.001 0.012]]
larger 3.082: [agreement -0.236: [verbatim 0.469: -0.025 -0] [lead_names 3.046: -0.002 0.011]] [larger 3.147: [names_missing 0: 0.009 -0.016] [local_cosine 0.126: -0.022 0.004]]
common 0.124: [leads 0.12: [lead_share 0: -0.023 0.001] -0] [events 0: [story 3.912: 0.002 -0.024] [leads 0.322: 0.006 0.024]]
other_bonds 0: [local_cosine 0.208: [story 3.611: 0.003 -0.011] [verbatim 0.527: -0 0.02]] [events 1: [leads 0.294: -0.012 0.002] [lead_share 0.416: 0 -0.037]]
local_shared 0.1: [covered 0.22: [agreement 0.441: -0.017 0.002] [lead_names 2.71: 0.015 -0.005]] [lighter 4.303: [story 3.611: 0.008 -0.007] [story 3.497: 0.025 -0]]
action_shared 2.181: [lighter 3.71: [agreement -0.236: -0.023 0.003] [strange 2.642: 0.013 -0.005]] [strange 0: [cosine 0.108: 0.002 0.02] [lead_share 0.495: -0.002 0.018]]
lead_names 2.316: [leads 0.202: [covered 0.284: -0.005 -0.019] [smaller 2.303: 0.01 -0.006]] [action_cosine 0: [lead_names 2.355: 0.025 -0.008] [larger 3.189: 0.014 -0.005]]
story 3.912: [action_cosine 0: [common 2.308: 0.003 -0.025] [agreement 0.163: -0 0.019]] [known 1.635: [covered 0.191: -0.003 0.01] [strange 1.899: -0.029 -0.004]]
story 3.045: [lead_names 2.11: [action_shared 2.312: -0.004 0.014] 0.029] [smaller 1.742: [strangers 1.099: 0.014 -0.004] [leads 0.191: -0.017 -0.001]]
digits 0: [covered 0.662: [story 3.714: -0.001 -0.022] [cosine 0.398: -0.003 0.02]] [shared 2.395: -0.005 0.025]
lead_names 2.908: [action_shared 2.931: [smaller 1.214: 0.024 -0.009] [cosine 0.51: 0.011 0.001]] [action_shared 2.208: [leads 0.234: 0.017 -0.008] [events 2: 0.022 -0.016]]
common 0.395: [smaller 1.214: [leads 0: -0.005 0.008] -0.03] [action_shared 2.236: [lighter 3.71: -0.003 0.009] [story 3.714: 0.019 0.001]]
agreement 0.303: [smaller 1.918: [heavier 4.363: -0.005 0.011] [larger 2.854: -0.003 -0.033]] [cosine 0.116: [story 3.219: -0.011 0.004] [known 1.664: 0.028 0.01]]
lighter 4.303: [known 1.664: [common 1.527: -0.017 0.004] [heavier 3.716: -0.024 -0.005]] [story 3.434: [smaller 2.43: 0.01 0.043] [agreement 0.491: -0.008 0.008]]
story 3.296: [action_cosine 0: [lead_share 0.704: 0.005 -0.007] [verbatim 0.323: 0.009 0.018]] [local_shared 0.929: [lead_names 2.437: -0.014 -0.005] [names_missing 1.099: 0.006 -0.014]]
lead_names 2.316: [story 3.497: [strange 1.949: -0.007 0.01] [lighter 3.227: -0.006 -0.029]] [cosine 0: [leads 0.246: 0.012 -0.017] [story 3.584: 0.022 -0.008]]
lead_names 3.375: [agreement -0.34: [larger 1.876: 0.001 -0.031] [agreement 0.603: 0.003 0.018]] [smaller 2.254: -0.004 [lead_share 0.528: -0.007 0.021]]
verbatim 0.334: [other_event 0: [action_shared 1.664: -0.006 -0.016] [lead_share 0.252: -0.009 0.011]] [lighter 4.303: [known 1.555: 0.021 -0.003] [local_cosine 0.021: 0.03 0.006]]
agreement -0.34: -0.024 [lead_names 0: [smaller 1.214: 0.037 0.008] [lighter 3.71: -0.01 0.007]]
agreement 0.441: [story 3.178: [agreement -0.34: -0.015 0.01] [leads 0.257: -0.026 -0.009]] [smaller 2.35: [lead_names 2.71: 0.023 -0.003] [cosine 0.445: -0.001 0.013]]
events 2: [common 1.642: [shared 2.204: -0.022 -0.005] [digits 0: -0.002 0.018]] [larger 2.782: 0.006 -0.025]
agreement -0.34: [verbatim 0.446: [common 1.527: -0.031 0.001] -0.002] [agreement 0.57: [covered 0.365: -0.001 -0.012] [agreement 0.603: 0.003 0.014]]
lead_share 0.824: [events 1: [smaller 2.303: 0.007 -0.01] [lead_names 1.635: 0.002 0.029]] [common 1.642: [larger 1.876: 0.005 -0.005] [shared 2.84: 0.021 0.01]]
agreement 0.238: [story 3.401: [phrases 0: -0.001 0.022] [lighter 4.303: -0.027 -0.003]] [events 0: [other_event 0: -0.015 0.019] [leads 0.133: 0.006 0.023]]
agreement 0.541: [agreement -0.681: [lead_names 0: -0.015 0.04] [digits 0: -0.006 0.018]] [larger 2.178: -0.004 [action_cosine 0: -0.003 0.015]]
cosine 0: [names_missing 0: 0.001 -0.026] [other_bonds 1.099: [common 0.124: -0.017 0.017] [verbatim 0.285: 0 -0.01]]
known 2.17: [heavier 4.623: [story 3.664: -0.005 -0.019] [common 0.395: -0.008 0.011]] [lead_names 2.477: [bonds 0: 0.003 -0.011] [local_shared 0.685: 0.02 0.002]]
action_shared 0: [common 1.642: [lead_names 2.355: -0.003 -0.032] [names_missing 1.099: -0.002 -0.022]] [events 0: [known 1.736: 0.008 -0.014] [smaller 2.896: 0.014 -0.003]]
larger 3.016: [agreement -0.236: [lead_share 0.604: -0.025 0.003] [digits 1.603: 0.007 -0.015]] [other_bonds 0: [heavier 4.68: -0.005 0.011] [local_cosine 0.104: -0.026 -0.002]]
action_cosine 0.041: [local_cosine 0.008: [agreement 0.416: 0.009 -0.002] [strange 1.949: -0.02 -0]] [strange 2.925: [smaller 3.059: 0.012 -0.002] [agreement -0.055: -0.016 0.015]]
leads 0.222: [smaller 1.742: [common 0.395: -0.015 0.002] [digits 1.603: -0.029 0.009]] [strangers 0: [action_cosine 0.381: -0 0.018] [common 2.506: -0.005 -0.022]]
smaller 1.214: 0.022 [known 1.635: [smaller 1.918: -0.016 0.004] [loose 0.667: -0.014 0.01]]
story 3.434: [events 0: [story 3.219: -0.016 0.008] [common 0.395: -0.009 0.024]] [cosine 0.627: [smaller 2.474: 0.003 -0.009] 0.014]
action_shared 2.931: [smaller 1.214: [common 0.124: -0.004 0.031] [digits 0: -0.004 -0.033]] [action_shared 3.148: [local_cosine 0.058: -0.003 0.009] 0.016]
verbatim 0.446: [action_shared 1.976: [common 2.14: -0.009 0.002] [lead_share 0.604: -0.012 -0.028]] [agreement 0.57: [covered 0.448: 0.009 -0.008] [local_shared 1.403: 0.014 -0.002]]
story 3.611: [smaller 2.146: [smaller 1.214: 0.017 -0.005] [lighter 4.303: 0.011 0.033]] [agreement 0.163: -0.026 [larger 3.147: 0.016 -0.01]]
heavier 4.817: [covered 0.284: [events 1: 0.004 -0.007] [leads 0.213: -0.015 0.002]] [lead_share 0: -0.01 0.029]
shared 3.305: [action_shared 1.976: [smaller 1.918: -0.013 0.002] [agreement 0.303: -0.016 0.002]] 0.016
digits 1.802: [strangers 0: [cosine 0.398: -0.006 0.013] [story 3.135: 0.004 -0.02]] [leads 0.341: 0.025 [heavier 4.486: 0.006 -0.003]]
strangers 1.099: [larger 2.03: [heavier 4.147: 0.002 0.016] [known 2.338: -0.013 0.005]] [agreement -0.554: [story 3.466: 0.039 -0.003] [larger 2.819: 0.007 -0.016]]
covered 0.25: [other_event 0: [agreement -0.236: -0.02 0.011] [strangers 1.099: 0.017 -0.002]] [leads 0.202: [shared 3.059: -0.01 0.002] [lead_names 2.908: -0.002 0.017]]
covered 0.416: [agreement -0.236: [action_shared 2.673: -0.025 -0.003] [heavier 4.301: 0.001 0.012]] [leads 0.322: [shared 3.305: -0.015 0.004] [agreement 0.441: 0.001 0.02]]
agreement -0.34: -0.023 [lead_share 0: 0.021 [agreement 0.603: 0 0.017]]
smaller 2.254: [lead_names 2.839: [lead_share 0: 0.006 0.017] [covered 0.13: -0.011 0.004]] [lead_share 0.778: [lead_share 0.288: 0.003 -0.012] [lighter 3.934: 0.009 -0.012]]
action_shared 1.555: [leads 0.105: 0.047 [covered 0.093: -0.009 0.01]] [strange 2.513: [agreement 0.57: -0.009 0.006] [leads 0.158: 0.014 0.002]]
events 1: [agreement -0.681: [lead_names 0: -0.011 0.047] [heavier 4.817: 0 0.013]] [strangers 0: [local_shared 0.598: -0.015 0.011] [known 1.664: -0.001 -0.028]]
strangers 0: [known 1.555: [leads 0.169: -0.011 0.015] [story 3.434: 0.008 -0.013]] [common 0.395: [names_missing 1.792: -0.014 0.004] [events 0: 0.001 0.019]]
larger 1.876: [lead_share 0.252: [agreement -0.34: 0.002 0.027] [shared 2.873: -0.005 0.009]] [agreement 0.57: [known 1.555: 0.003 -0.013] [strange 2.361: 0.014 -0.002]]
verbatim 0.663: [larger 2.687: [lighter 3.629: -0.001 0.011] [heavier 3.937: -0.006 -0.022]] [story 3.738: [other_bonds 0: 0.021 0.001] [local_cosine 0.208: -0.005 0.007]]
agreement -0.236: [leads 0.308: -0.027 0.001] [lead_share 0.604: [common 2.14: 0.016 0.003] [covered 0.662: -0.005 0.012]]
smaller 2.862: [other_event 0: [digits 0: 0.006 0.029] [lead_names 2.316: 0.007 -0.022]] [digits 0: [verbatim 0.735: -0.028 0.007] 0.026]
smaller 1.844: [lead_names 1.771: [smaller 1.214: 0.017 -0.007] [covered 0.073: -0.001 0.019]] [common 1.642: -0.025 [other_event 0: -0.004 -0.019]]
agreement 0.416: [lighter 4.303: [events 1: -0.007 -0.023] [agreement -0.236: 0.032 -0.002]] [larger 2.287: [lead_names 2.284: 0.005 -0.023] [lead_share 0.528: 0.004 0.013]]
story 3.611: [lead_names 2.213: [strange 1.949: -0.008 0.014] [verbatim 0.23: 0.003 0.018]] [leads 0.257: [known 2.338: -0.013 -0.028] [common 2.782: 0.012 -0.006]]
lead_share 0.604: [common 0.124: [lead_share 0: -0.022 0.004] [lighter 4.13: 0.002 0.024]] [lighter 3.71: [bonds 2.646: -0.016 0.008] [lead_names 2.437: -0.016 0.006]]
larger 1.876: [agreement 0.07: 0.02 0.002] [local_cosine 0.126: [agreement 0.303: -0.016 0.005] [agreement 0.271: -0.005 0.022]]
larger 2.937: [covered 0.556: [leads 0.308: 0.002 0.012] [loose 0.556: -0.009 0.008]] [known 1.635: [local_cosine 0.008: -0.021 0.019] [local_cosine 0.104: -0.035 -0.001]]
lighter 4.265: [names_missing 0: [story 3.738: 0.007 -0.005] [story 3.85: -0.007 0.01]] [local_cosine 0.021: [verbatim 0.425: 0.028 0.001] [larger 2.782: -0.01 0.01]]
strange 1.949: [common 1.231: [cosine 0.055: -0.008 0.011] [leads 0.246: -0.019 -0.003]] [agreement -0.617: [known 0: -0.008 0.07] [leads 0.179: 0.021 -0]]
agreement -0.135: [larger 2.03: [larger 1.876: 0.01 -0.001] [lead_share 0.824: -0.026 -0.003]] [covered 0.365: [common 2.14: 0.018 0.003] [leads 0.379: -0.006 0.015]]
agreement -0.236: [lead_share 0.528: [lighter 3.227: -0 -0.027] 0.005] [story 2.833: [local_cosine 0: -0.022 0.005] [events 0: 0.007 0.02]]
leads 0.341: [strange 1.949: [lead_share 0.528: -0.012 -0.001] [lead_names 3.046: 0.011 -0.008]] [action_cosine 0: [larger 2.782: 0.001 -0.019] [local_shared 1.032: 0.022 0.005]]
action_cosine 0: [known 2.405: [shared 2.228: -0.008 0.016] [covered 0.284: 0.001 -0.034]] [events 2: [known 1.664: 0.015 0.003] [larger 2.854: 0.009 -0.027]]
heavier 4.331: [smaller 1.214: 0.02 [common 2.012: -0.011 0.007]] [local_shared 0.272: [larger 2.287: 0.001 0.027] [smaller 2.896: 0.011 -0.01]]
"""


class Question(NamedTuple):
    """An edge of a signal; each side gives points or asks on."""

    signal: int
    edge: float
    below: Question | float
    above: Question | float


def read_table(table: str) -> tuple[Question, ...]:
    """The questions of ``table``, one a line."""
    questions = []
    for line in table.strip().splitlines():
        found = _read(iter(line.replace(":", " ").replace("]", " ").replace("[", " ").split()))
        assert isinstance(found, Question)
        questions.append(found)
    return tuple(questions)


def _read(words: Iterator[str]) -> Question | float:
    """The points or the question that comes next: each question is followed by its two sides."""
    word = next(words)
    if word in _PLACE:
        return Question(_PLACE[word], float(next(words)), _read(words), _read(words))
    return float(word)


_PLACE = {name: at for at, name in enumerate(Evidence._fields)}
QUESTIONS = read_table(_TABLE)

_ROUND = 20  # questions asked between two looks at whether the pair can still come anywhere
_HOPELESS = -2.5  # log odds; a pair below is never more than a small weight in a group's average


# A question with two more below it on either side; so that all are walked in three steps.
_Last = tuple[int, float, float, float]
_Middle = tuple[int, float, _Last, _Last]
_First = tuple[int, float, _Middle, _Middle]


def in_rounds(questions: tuple[Question, ...]) -> tuple[tuple[float, tuple[_First, ...]], ...]:
    """The questions in rounds, each with the most points that it and all later ones can give."""
    rounds = [questions[at : at + _ROUND] for at in range(0, len(questions), _ROUND)]
    best = [sum(_most(question) for question in part) for part in rounds]
    return tuple((sum(best[at:]), tuple(_first(ask) for ask in part)) for at, part in enumerate(rounds))


def _first(ask: Question) -> _First:
    return ask.signal, ask.edge, _middle(ask.below), _middle(ask.above)


def _middle(side: Question | float) -> _Middle:
    ask = side if isinstance(side, Question) else Question(0, 0.0, side, side)
    return ask.signal, ask.edge, _last(ask.below), _last(ask.above)


def _last(side: Question | float) -> _Last:
    ask = side if isinstance(side, Question) else Question(0, 0.0, side, side)
    assert not isinstance(ask.below, Question) and not isinstance(ask.above, Question)
    return ask.signal, ask.edge, ask.below, ask.above


def _most(side: Question | float) -> float:
    return max(_most(side.below), _most(side.above)) if isinstance(side, Question) else side


_ROUNDS = in_rounds(QUESTIONS)


def log_odds(found: Evidence) -> float:
    """The points of all questions together; a hopeless pair is not asked to the end."""
    total = BIAS
    for hope, questions in _ROUNDS:
        if total + hope < _HOPELESS:
            return total + hope
        for signal, edge, below, above in questions:
            signal, edge, low, high = below if found[signal] <= edge else above
            signal, edge, less, more = low if found[signal] <= edge else high
            total += less if found[signal] <= edge else more
    return total
