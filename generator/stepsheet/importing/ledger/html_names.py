"""The names of HTML (HTML Living Standard, section 4), by what a tag does to the words around it."""

from stepsheet.importing.ledger import words

# What may stand inside a word: the word goes on behind it.
INLINE = words.names(
    "a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q ruby s samp small span strike strong "
    "sub sup time tt u var wbr"
)
BLOCK = words.names(
    "address area article aside audio base blockquote body br button canvas caption center col colgroup dd details "
    "dialog div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup "
    "hr html iframe img input legend li link main map meta meter nav noscript object ol optgroup option output p param "
    "picture pre progress rp rt script section select source style summary svg table tbody td template textarea tfoot "
    "th thead title tr track ul video path circle g rect"
)
