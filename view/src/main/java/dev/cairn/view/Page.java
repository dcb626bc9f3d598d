package dev.cairn.view;

import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The first elements of what may be many; after the last one it tells whether there are more. For one thread.
 *
 * @param <T> the type of the elements
 */
public final class Page<T> implements Iterator<T> {
    private final Iterator<T> elements;
    private final int limit;
    private int taken;

    /** The first {@code limit} of the elements. */
    public Page(Iterator<T> elements, int limit) {
        this.elements = elements;
        this.limit = limit;
    }

    /** How many elements there are at most. */
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

    /** Whether there are elements after the last one. */
    public boolean isCut() {
        return taken == limit && elements.hasNext();
    }
}
