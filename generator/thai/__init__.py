"""How Thai is written: text, numerals, dates of the Buddhist era, dictionary order.

The lowest layer. Text comes in as officers and documents write it, plain values go out, and what cannot be read is a
`ValueError` whose message is a Thai sentence. Knows nothing of plans, files or findings. Import the modules, not this
package: it stays empty so that a command pays only for what it uses.
"""
