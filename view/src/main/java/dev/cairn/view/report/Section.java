package dev.cairn.view.report;

/** A part of a page, with a heading. */
interface Section {
    /** The id of its element, to which links lead. */
    String id();

    /** The heading. */
    String title();

    /** Whether there is anything in it. */
    default boolean isPresent() {
        return true;
    }

    /** Writes what follows the heading. */
    void write(Html html);
}
