package dev.cairn.processor.body.walk;

import java.util.BitSet;

/**
 * What a task has that goes on from a checkpoint. Not to be modified.
 *
 * @param assigned the fields that count as assigned
 * @param merged the artifacts that count as merged
 */
record Restored(BitSet assigned, BitSet merged) {
    /** Of code that does not ask. */
    static final Restored NOTHING = new Restored(new BitSet(), new BitSet());
}
