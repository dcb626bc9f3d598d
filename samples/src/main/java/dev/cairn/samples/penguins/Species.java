package dev.cairn.samples.penguins;

/** The penguins of the Palmer Archipelago. */
public enum Species {
    ADELIE,
    CHINSTRAP,
    GENTOO
}
