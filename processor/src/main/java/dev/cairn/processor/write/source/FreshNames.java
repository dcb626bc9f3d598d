package dev.cairn.processor.write.source;

import com.palantir.javapoet.NameAllocator;

/**
 * Takes names that nobody asks for by a tag. JavaPoet itself would tag them with random numbers, for whose source a virtual machine
 * takes longer to start than a small flow to be written.
 */
public final class FreshNames {
    private FreshNames() {}

    /** The name, or one like it that is not taken, which is taken then. */
    public static String take(NameAllocator names, String wanted) {
        return names.newName(wanted, new Object());
    }
}
