"""What was open and has ended becomes blocks, or parts that the block around it takes up."""

from stepsheet.importing.markup.assembly.assembling import assemble
from stepsheet.importing.markup.assembly.gathering import beyond, blocks

__all__ = ["assemble", "beyond", "blocks"]
