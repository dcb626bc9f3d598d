package dev.cairn.engine.fingerprint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** How many values are on the operand stack after each instruction: where there are none, a statement ends. */
final class StackDepth {
    /** After a jump, before a label: nothing gets there. */
    private static final int UNKNOWN = -1;

    /** By how much instructions without operand change it, from {@code nop} to {@code dcmpg}, in the order of their numbers; {@code E} is 0. */
    private static final String CHANGES =
            "EF" + "FFFFFFF" + "GG" + "FFF" + "GG" + "FF" + "EEE" // constants, which are others here
                    + "FGFGF" + "EEEEEEEEEEEEEEEEEEEE" // loads, which are others here
                    + "DEDEDDDD" // loads from arrays
                    + "DCDCD" + "EEEEEEEEEEEEEEEEEEEE" // stores, which are others here
                    + "BABABBBB" // stores into arrays
                    + "DCFFFGGGE" // pop to swap
                    + "DCDCDCDCDCDCDCDCDCDC" // sum to remainder
                    + "EEEE" // negation
                    + "DDDDDD" // shifts
                    + "DCDCDC" // and, or, xor
                    + "E" // increment
                    + "FEFDDEEFFDEDEEE" // conversions
                    + "BDDBB"; // comparisons

    private StackDepth() {}

    /** The depths, one for each instruction. */
    static int[] after(List<Instruction> instructions) {
        int[] depths = new int[instructions.size()];
        Map<Label, Integer> expected = new HashMap<>();
        int depth = 0;
        for (int i = 0; i < depths.length; i++) {
            Instruction each = instructions.get(i);
            if (each instanceof Instruction.Mark mark) {
                depth = depth == UNKNOWN ? expected.getOrDefault(mark.label(), UNKNOWN) : depth;
            } else if (depth != UNKNOWN) {
                depth += change(each);
                expect(each, depth, expected);
                if (endsHere(each)) {
                    depth = UNKNOWN;
                }
            }
            depths[i] = depth;
        }
        return depths;
    }

    private static void expect(Instruction instruction, int depth, Map<Label, Integer> expected) {
        if (instruction instanceof Instruction.Jump jump) {
            expected.put(jump.target(), depth);
        } else if (instruction instanceof Instruction.NumberSwitch choice) {
            choice.cases().values().forEach(target -> expected.put(target, depth));
            expected.put(choice.otherwise(), depth);
        } else if (instruction instanceof Instruction.EnumSwitch choice) {
            choice.cases().values().forEach(target -> expected.put(target, depth));
            expected.put(choice.otherwise(), depth);
        }
    }

    private static boolean endsHere(Instruction instruction) {
        return instruction instanceof Instruction.NumberSwitch
                || instruction instanceof Instruction.EnumSwitch
                || instruction instanceof Instruction.Jump jump && jump.opcode() == Opcodes.GOTO
                || instruction instanceof Instruction.Plain plain
                        && (plain.opcode() == Opcodes.ATHROW
                                || plain.opcode() >= Opcodes.IRETURN && plain.opcode() <= Opcodes.RETURN);
    }

    private static int change(Instruction instruction) {
        if (instruction instanceof Instruction.Plain plain) {
            return plain(plain.opcode());
        } else if (instruction instanceof Instruction.Constant constant) {
            return constant.value() instanceof Long || constant.value() instanceof Double ? 2 : 1;
        } else if (instruction instanceof Instruction.Variable variable) {
            return CHANGES.charAt(variable.opcode()) - 'E';
        } else if (instruction instanceof Instruction.OfType ofType) {
            return ofType.opcode() == Opcodes.NEW ? 1 : 0;
        } else if (instruction instanceof Instruction.MultiArray array) {
            return 1 - array.dimensions();
        } else if (instruction instanceof Instruction.Field field) {
            return field(field);
        } else if (instruction instanceof Instruction.Call call) {
            return called(call.descriptor()) - (call.opcode() == Opcodes.INVOKESTATIC ? 0 : 1);
        } else if (instruction instanceof Instruction.Dynamic dynamic) {
            return called(dynamic.descriptor());
        } else if (instruction instanceof Instruction.Jump jump) {
            return jumped(jump.opcode());
        }
        return instruction instanceof Instruction.NumberSwitch || instruction instanceof Instruction.EnumSwitch
                ? -1
                : 0;
    }

    private static int plain(int opcode) {
        if (opcode < CHANGES.length()) {
            return CHANGES.charAt(opcode) - 'E';
        }
        return opcode == Opcodes.MONITORENTER || opcode == Opcodes.MONITOREXIT ? -1 : 0;
    }

    private static int field(Instruction.Field field) {
        int size = Type.getType(field.descriptor()).getSize();
        return switch (field.opcode()) {
            case Opcodes.GETSTATIC -> size;
            case Opcodes.PUTSTATIC -> -size;
            case Opcodes.GETFIELD -> size - 1;
            default -> -size - 1;
        };
    }

    /** What a call returns less its arguments, without the object on which it is called. */
    private static int called(String descriptor) {
        int sizes = Type.getArgumentsAndReturnSizes(descriptor);
        return (sizes & 3) - (sizes >> 2) + 1;
    }

    private static int jumped(int opcode) {
        if (opcode == Opcodes.GOTO) {
            return 0;
        }
        return opcode >= Opcodes.IF_ICMPEQ && opcode <= Opcodes.IF_ACMPNE ? -2 : -1;
    }
}
