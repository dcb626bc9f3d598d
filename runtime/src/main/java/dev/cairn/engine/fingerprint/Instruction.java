package dev.cairn.engine.fingerprint;

import java.util.List;
import java.util.SortedMap;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;

/** One instruction of a method, in a form that several encodings of the same instruction share. Immutable. */
sealed interface Instruction {
    /** Without operand. */
    record Plain(int opcode) implements Instruction {}

    /** Pushes a constant, whichever instruction does it; a boolean or a character is a number. */
    record Constant(Object value) implements Instruction {}

    /** Loads or stores a local variable. */
    record Variable(int opcode, int slot) implements Instruction {}

    /** Adds to a local variable. */
    record Increment(int slot, int amount) implements Instruction {}

    /** Makes, casts to or tests for a type: an internal name, or a descriptor where it is an array or primitive. */
    record OfType(int opcode, String type) implements Instruction {}

    /** Makes an array of several dimensions. */
    record MultiArray(String descriptor, int dimensions) implements Instruction {}

    /** Reads or writes a field. */
    record Field(int opcode, String owner, String name, String descriptor) implements Instruction {}

    /** Calls a method. */
    record Call(int opcode, String owner, String name, String descriptor) implements Instruction {}

    /** Calls what a bootstrap method links. */
    record Dynamic(String name, String descriptor, Handle bootstrap, List<Object> arguments) implements Instruction {}

    /** Jumps, perhaps on a condition. */
    record Jump(int opcode, Label target) implements Instruction {}

    /** Jumps by a number; keys that lead to the default are left out. */
    record NumberSwitch(SortedMap<Integer, Label> cases, Label otherwise) implements Instruction {}

    /** Takes an enum constant from the stack and jumps by its name. */
    record EnumSwitch(String type, SortedMap<String, Label> cases, Label otherwise) implements Instruction {}

    /** A place to jump to. */
    record Mark(Label label) implements Instruction {}
}
