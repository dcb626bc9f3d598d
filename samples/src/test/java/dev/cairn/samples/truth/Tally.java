package dev.cairn.samples.truth;

/** A class of a library, for drawn flows: its methods are in a class file when they are compiled. */
public class Tally {
    private int n;

    /** At 0. */
    public Tally() {}

    /** At a number. */
    public Tally(int n) {
        this.n = n;
    }

    /** The number. */
    public int getN() {
        return n;
    }

    /** Sets the number. */
    public void setN(int n) {
        this.n = n;
    }

    /** Adds 1. */
    public void inc() {
        n++;
    }

    /** Adds 1 to another. */
    public static void bump(Tally tally) {
        tally.inc();
    }

    @Override
    public String toString() {
        return "Tally(" + n + ")";
    }
}
