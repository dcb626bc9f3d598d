package dev.cairn.samples.injection;

/** A service that a step needs. */
interface Rates {
    /** How much of another currency one euro is worth. */
    double of(String currency);
}
