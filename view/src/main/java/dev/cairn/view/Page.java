package dev.cairn.view;

import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The first elements of a sequence that may be long. After the last of them, {@link #isCut()} says whether there are more. Not
 * thread-safe.
 *
 * @param <T> the type of the elements
 */
public final class Page<T> implements Iterator<T> {
    private final Iterator<T> elements;
    private final int limit;
    private int taken;

    /**
     * The first {@code limit} of these elements.
     *
     * @param elements the sequence; the page takes no more of it than it shows
     * @param limit the largest number of elements to show; at least 0
     */
    public Page(Iterator<T> elements, int limit) {
        this.elements = elements;
        this.limit = limit;
    }

    /** {@return the largest number of elements on this page} */
    public int limit() {
        return limit;
    }

    @Override
    public boolean hasNext() {
        return taken < limit && elements.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        taken++;
        return elements.next();
    }

    /** {@return whether there are more elements than this page shows} Valid once {@link #hasNext()} is false. */
    public boolean isCut() {
        return taken == limit && elements.hasNext();
    }
}
