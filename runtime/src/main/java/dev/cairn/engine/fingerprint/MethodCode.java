package dev.cairn.engine.fingerprint;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * A method as it is in a class file, without debug information. Immutable.
 *
 * @param elements which parameters get the element of which foreach, or its position
 */
record MethodCode(Member head, List<String> elements, List<Instruction> instructions, List<Guard> guards) {
    /** A range of instructions, and where an exception of this type that they throw is handled; null for all types. */
    record Guard(
            Label start, Label end, Label handler, @Nullable String type) {}

    MethodCode {
        elements = List.copyOf(elements);
        instructions = List.copyOf(instructions);
        guards = List.copyOf(guards);
    }

    boolean isStatic() {
        return head.has(Opcodes.ACC_STATIC);
    }

    MethodCode with(List<Instruction> others) {
        return new MethodCode(head, elements, others, guards);
    }
}
