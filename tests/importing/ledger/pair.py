"""A page and the guide that it became, written by hand, with all that an account looks at."""

from pathlib import Path

from stepsheet.diagnostics import Location, Source
from stepsheet.importing.entry import Entry
from stepsheet.importing.faults import kept_as_text, left_out
from stepsheet.importing.ledger.account import Books, account
from stepsheet.importing.ledger.record import Ledger

PAGE = """\
---
description: Put the tea on the table.
icon: mug-hot
---

# Make tea

Tea wakes you. See [the manual](https://tea.example/manual).

{% hint style="danger" %}
Steam **burns** skin.
{% endhint %}

## Step 1: Boil

1. Fill the kettle with `water`.

   <figure><img src="../assets/kettle (1).png" alt="A blue pot"><figcaption>Your kettle</figcaption></figure>

2. Run this:

   ```bash
   boil --now   # hot
   ```
3. Read [about cups](cups.md#sizes) &amp; saucers.

{% tabs %}
{% tab title="Black tea" %}
Wait five minutes.
{% endtab %}
{% tab title="Green tea" %}
Wait two minutes.
{% endtab %}
{% endtabs %}

{% embed url="https://video.example/tea" %}
"""

GUIDE = """\
title: Make tea
summary: Put the tea on the table.
info: Tea wakes you. See [the manual](https://tea.example/manual).

options:
  - id: tea
    ask: Black tea / Green tea?
    choices:
      - id: black
        label: Black tea
      - id: green
        label: Green tea

sections:
  - id: boil
    title: Boil
    warnings:
      - id: steam
        kind: danger
        text: Steam **burns** skin.
    steps:
      - id: fill
        do: Fill the kettle with `water`.
        images:
          - id: kettle
            src: kettle.png
            alt: A blue pot
            caption: Your kettle

      - id: run
        do: "Run this:"
        body:
          - id: command
            code:
              language: bash
              text: "boil --now   # hot"

      - id: read
        do: Read [about cups](#guide:cups/sizes) & saucers.
        body:
          - id: black
            when: {tea: black}
            text: Wait five minutes.
          - id: green
            when: {tea: green}
            text: |-
              Wait two minutes.

              <https://video.example/tea>
"""

LINKS = {"cups.md#sizes": "#guide:cups/sizes", "https://tea.example/manual": "https://tea.example/manual"}
PICTURES = {"../assets/kettle (1).png": "kettle.png"}
FILES = frozenset({"kettle.png"})


def source(text: str) -> Source:
    return Source(Path("tea.md"), "tea.md", text)


def told(text: str = PAGE) -> tuple[Entry, ...]:
    """What the report says of the page."""
    origin = source(text)
    step = left_out.at(Location(origin, 14, 1, 14, 2), "the numbers of steps, which are counted", ("Step 1:",))
    icon = left_out.at(Location(origin, 3, 1, 3, 2), "the front matter 'icon'", ())
    return (step, icon, kept_as_text.at(Location(origin, 36, 1, 36, 2), "a video", "a link"))


def ledger(page: str = PAGE, guide: str = GUIDE, **more: object) -> Ledger:
    books = {"links": LINKS, "pictures": PICTURES, "images": FILES, "entries": told(page), **more}
    return account(source(page), Books({"guide.yml": guide}, **books))  # type: ignore[arg-type]


def lost(made: Ledger) -> list[str]:
    """The findings, each with its line."""
    places = ((entry.diagnostic.finding.location.line, entry.diagnostic.finding.message) for entry in made.entries)
    return [f"{line}: {message}" for line, message in places]
