package dev.cairn.engine.fingerprint;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/**
 * The head of a method or field. Immutable.
 *
 * @param step whether it is a method with {@code @Step}
 * @param constant the value of a field that has it without any code
 */
record Member(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        boolean step,
        @Nullable Object constant) {
    static Member field(
            int access, String name, String descriptor, @Nullable String signature, @Nullable Object constant) {
        return new Member(access, name, descriptor, signature, false, constant);
    }

    static Member method(int access, String name, String descriptor, @Nullable String signature, boolean step) {
        return new Member(access, name, descriptor, signature, step, null);
    }

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
