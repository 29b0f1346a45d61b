"""Hypothesis strategies for the text that gujtext meets, clean, dirty and hostile."""

from __future__ import annotations

import string

from hypothesis import strategies as st

GUJARATI_BLOCK = "".join(map(chr, range(0x0A80, 0x0B00)))
JOINERS = "\u200c\u200d"
INVISIBLE = "\ufeff\u00ad\u2060\u200b\u034f\u200e\u200f\u00a0\u202f\u3000\ufe0f"
PUNCTUATION = ".,;:!?…-–—'\"‘’“”()[]{}|/%&@#*_~^+=<>।॥\u0ae4"
SPACES = " \t\n\r\u0085\u2028"
OTHER_SCRIPTS = "कख़ि्ংকਕ਼ਿதமికക්සیہشаПчé한字🇮🇳👨\u200d👩😀⚽️½²①"
LONE_SURROGATES = "\ud800\udfff"

# Syllables that a writer would type: consonants, conjuncts, vowel signs, bindus.
CLEAN_SYLLABLES = st.builds(
    lambda onset, vowel, coda: onset + vowel + coda,
    st.sampled_from(["ક", "ગ", "ત", "ન", "પ", "મ", "ર", "લ", "સ", "હ", "ક્ષ", "ત્ર", "જ્ઞ", "શ્ર", "દ્ધ", "પ્ર", "ળ", "છ"]),
    st.sampled_from(["", "ા", "િ", "ી", "ુ", "ૂ", "ે", "ૈ", "ો", "ૌ", "ૃ", "ૅ", "ૉ"]),
    st.sampled_from(["", "", "", "ં"]),
)
CLEAN_WORDS = st.lists(CLEAN_SYLLABLES, min_size=1, max_size=5).map("".join)

ANY_CHARACTER = st.one_of(
    st.sampled_from(GUJARATI_BLOCK),
    st.sampled_from(JOINERS + INVISIBLE),
    st.sampled_from(PUNCTUATION + SPACES),
    st.sampled_from(string.ascii_letters + string.digits),
    st.sampled_from(OTHER_SCRIPTS + LONE_SURROGATES + "\x00"),
)
FRAGMENTS = st.sampled_from(
    [
        "છે.", "હતું.", "ઈ.સ. ૧૯૪૭", "ડૉ. ", "એ.પી.જે. ", "૧,૨૩,૪૫૬.૭૮", "૧૮-૦૬-૨૦૨૪", "૧૦:૩૦", "દોઢ લાખ ",
        "https://t.co/ab.", "www.a.in/(x)", "@abc_1", "#ગુજરાત", "a.b@c.in", "“", "”", "!?", "…", "...", "દુ:ખ",
        "કિમ જોંગ ઉન", "પુતિનની", "રૂ. ૫૦૦/-", "₹", "%", "\r\n", "\n\n", "👨‍👩‍👧‍👦", "ક્‍ષ", "ન્‌ત", "અેક", "આે", "ાે", "ંુ", "ર્્",
    ]
)  # fmt: skip
# Anything at all, lone surrogates and NUL included, leaning towards what triggers rules.
WILD_TEXT = st.lists(st.one_of(ANY_CHARACTER, ANY_CHARACTER, FRAGMENTS, CLEAN_WORDS), max_size=40).map("".join)
CLEAN_TEXT = st.lists(CLEAN_WORDS, min_size=1, max_size=12).map(" ".join)
