package dev.cairn.runtime.internal;

import dev.cairn.datastore.Address;
import java.nio.ByteBuffer;

/**
 * Many addresses in little memory: of each the first 16 bytes, so that it takes at most 64 bytes. That two addresses begin alike is as
 * improbable as it is harmless: the set then has an address more. Not thread-safe.
 */
public final class AddressSet {
    private long[] slots = new long[2 * 1024]; // pairs; both halves 0 if it is free
    private int size;
    private boolean hasZero;

    /** An empty set. */
    public AddressSet() {}

    /**
     * Adds an address.
     *
     * @param address the address
     * @return whether it is new
     */
    public boolean add(Address address) {
        ByteBuffer bytes = ByteBuffer.wrap(address.toBytes());
        long first = bytes.getLong();
        long second = bytes.getLong();
        if (first == 0 && second == 0) {
            boolean isNew = !hasZero;
            hasZero = true;
            return isNew;
        }
        if (4 * size > slots.length) {
            grow();
        }
        int slot = slot(slots, first, second);
        if (slots[slot] == first && slots[slot + 1] == second) {
            return false;
        }
        slots[slot] = first;
        slots[slot + 1] = second;
        size++;
        return true;
    }

    /**
     * {@return whether an address, or one that begins alike, was added}
     *
     * @param address the address to look for
     */
    public boolean contains(Address address) {
        ByteBuffer bytes = ByteBuffer.wrap(address.toBytes());
        long first = bytes.getLong();
        long second = bytes.getLong();
        if (first == 0 && second == 0) {
            return hasZero;
        }
        int slot = slot(slots, first, second);
        return slots[slot] == first && slots[slot + 1] == second;
    }

    /** {@return how many addresses were added, each counted once} */
    public int size() {
        return size + (hasZero ? 1 : 0);
    }

    /** Where these halves are, or would be. */
    private static int slot(long[] slots, long first, long second) {
        int slot = (int) (first & slots.length - 1) & ~1;
        while ((slots[slot] != first || slots[slot + 1] != second) && (slots[slot] != 0 || slots[slot + 1] != 0)) {
            slot = slot + 2 & slots.length - 1;
        }
        return slot;
    }

    private void grow() {
        long[] larger = new long[Math.multiplyExact(2, slots.length)];
        for (int i = 0; i < slots.length; i += 2) {
            if (slots[i] != 0 || slots[i + 1] != 0) {
                int slot = slot(larger, slots[i], slots[i + 1]);
                larger[slot] = slots[i];
                larger[slot + 1] = slots[i + 1];
            }
        }
        slots = larger;
    }
}
