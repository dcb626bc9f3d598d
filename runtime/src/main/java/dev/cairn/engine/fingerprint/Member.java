package dev.cairn.engine.fingerprint;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/**
 * The head of a method or field. Immutable.
 *
 * @param step whether it is annotated with {@code @Step}
 */
record Member(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        boolean step) {
    boolean has(int flag) {
        return (access & flag) != 0;
    }

    /** Whether a compiler made it for the body of another method, and gave it a name that may change. */
    boolean isPartOfAnother() {
        return has(Opcodes.ACC_SYNTHETIC) && !has(Opcodes.ACC_BRIDGE);
    }

    /** Whether a subclass can override it. */
    boolean isVirtual() {
        return !has(Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE) && !name.startsWith("<");
    }

    /** What tells methods of one class apart. */
    String key() {
        return name + descriptor;
    }
}
