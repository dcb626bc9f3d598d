package dev.cairn.engine.fingerprint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What compilers write in several ways for the same source, in one way. A {@code switch} on an enum jumps by a table of its own, which
 * is shared by all of a class, or by ordinals: here by names. A class with {@code assert} sets a flag first: here it does not. What an anonymous class
 * captures is kept in any order: here in that of the parameters.
 */
final class CompilerForms {
    private static final String SWITCH_MAP = "$SwitchMap$";
    private static final String ASSERTIONS_DISABLED = "$assertionsDisabled";

    /** How many instructions set the flag of assertions, from the class to the flag. */
    private static final int PREAMBLE = 9;

    /** How many instructions keep one value of the code around a class. */
    private static final int CAPTURE = 3;

    private CompilerForms() {}

    static boolean isAssertionFlag(Instruction.Field field) {
        return field.name().equals(ASSERTIONS_DISABLED);
    }

    static MethodCode normalised(MethodCode code, Program program) {
        List<Instruction> instructions = withEnumSwitches(code.instructions(), program);
        return code.with(
                switch (code.head().name()) {
                    case "<clinit>" -> withoutAssertionFlag(instructions);
                    case "<init>" -> withCapturesInOrder(instructions);
                    default -> instructions;
                });
    }

    /** A constructor begins with what it keeps of the code around its class: in the order of its parameters. */
    private static List<Instruction> withCapturesInOrder(List<Instruction> instructions) {
        List<List<Instruction>> captures = new ArrayList<>();
        int end = start(instructions, 0);
        while (isCapture(instructions, end)) {
            captures.add(instructions.subList(end, end + CAPTURE));
            end = start(instructions, end + CAPTURE);
        }
        captures.sort(Comparator.comparingInt(capture -> ((Instruction.Variable) capture.get(1)).slot()));
        List<Instruction> result = new ArrayList<>();
        captures.forEach(result::addAll);
        result.addAll(instructions.subList(end, instructions.size()));
        return captures.isEmpty() ? instructions : result;
    }

    /** Nothing jumps to before the call of the superclass. */
    private static int start(List<Instruction> instructions, int from) {
        int at = from;
        while (at < instructions.size() && instructions.get(at) instanceof Instruction.Mark) {
            at++;
        }
        return at;
    }

    private static boolean isCapture(List<Instruction> instructions, int at) {
        return at + CAPTURE <= instructions.size()
                && instructions.get(at) instanceof Instruction.Variable self
                && self.slot() == 0
                && instructions.get(at + 1) instanceof Instruction.Variable
                && instructions.get(at + 2) instanceof Instruction.Field field
                && field.opcode() == Opcodes.PUTFIELD
                && (field.name().startsWith("this$") || field.name().startsWith("val$"));
    }

    private static List<Instruction> withEnumSwitches(List<Instruction> instructions, Program program) {
        List<Instruction> result = new ArrayList<>();
        for (Instruction each : instructions) {
            if (each instanceof Instruction.NumberSwitch byNumber) {
                result.add(enumSwitch(result, byNumber, program));
            } else {
                result.add(each);
            }
        }
        return result;
    }

    /** The switch by names, after what makes numbers of them was taken from the end of {@code before}; or the same switch. */
    private static Instruction enumSwitch(
            List<Instruction> before, Instruction.NumberSwitch byNumber, Program program) {
        int last = before.size() - 1;
        boolean mapped = last > 1 && isPlain(before.get(last), Opcodes.IALOAD);
        int ordinal = mapped ? last - 1 : last;
        if (ordinal < 0 || !isOrdinal(before.get(ordinal))) {
            return byNumber;
        }
        String type = ((Instruction.Call) before.get(ordinal)).owner();
        int map = mapped ? lastSwitchMap(before) : -1;
        Map<Integer, String> names = mapped ? mappedNames(before, map, program) : constants(program.find(type));
        if (names.isEmpty()) {
            return byNumber;
        }
        TreeMap<String, Label> cases = new TreeMap<>();
        byNumber.cases().forEach((key, label) -> cases.put(names.getOrDefault(key, "#" + key), label));
        before.subList(ordinal, before.size()).clear();
        if (map >= 0) {
            before.remove(map);
        }
        return new Instruction.EnumSwitch(type, cases, byNumber.otherwise());
    }

    private static boolean isPlain(Instruction instruction, int opcode) {
        return instruction instanceof Instruction.Plain plain && plain.opcode() == opcode;
    }

    private static boolean isOrdinal(Instruction instruction) {
        return instruction instanceof Instruction.Call call
                && call.name().equals("ordinal")
                && call.descriptor().equals("()I");
    }

    /** The table is loaded before the value that is switched on, in which other switches may be: these have lost theirs. */
    private static int lastSwitchMap(List<Instruction> before) {
        int at = before.size() - 1;
        while (at >= 0
                && !(before.get(at) instanceof Instruction.Field field
                        && field.name().startsWith(SWITCH_MAP))) {
            at--;
        }
        return at;
    }

    private static Map<Integer, String> mappedNames(List<Instruction> before, int map, Program program) {
        if (map < 0) {
            return Map.of();
        }
        Instruction.Field table = (Instruction.Field) before.get(map);
        ClassFile holder = program.find(table.owner());
        return holder == null || !holder.methods().containsKey("<clinit>()V")
                ? Map.of()
                : entries(holder.body("<clinit>()V").instructions(), table.name());
    }

    /** What the initialiser puts into the table: the number of each constant, at its ordinal. */
    private static Map<Integer, String> entries(List<Instruction> initialiser, String table) {
        Map<Integer, String> names = new HashMap<>();
        for (int i = 0; i + 3 < initialiser.size(); i++) {
            if (initialiser.get(i) instanceof Instruction.Field field
                    && field.name().equals(table)
                    && initialiser.get(i + 1) instanceof Instruction.Field constant
                    && isOrdinal(initialiser.get(i + 2))
                    && initialiser.get(i + 3) instanceof Instruction.Constant number
                    && number.value() instanceof Integer key) {
                names.put(key, constant.name());
            }
        }
        return names;
    }

    private static Map<Integer, String> constants(@Nullable ClassFile type) {
        Map<Integer, String> names = new HashMap<>();
        if (type != null && type.isEnum()) {
            type.constants().forEach(constant -> names.put(names.size(), constant));
        }
        return names;
    }

    private static List<Instruction> withoutAssertionFlag(List<Instruction> instructions) {
        for (int end = PREAMBLE - 1; end < instructions.size(); end++) {
            if (instructions.get(end) instanceof Instruction.Field field
                    && field.opcode() == Opcodes.PUTSTATIC
                    && isAssertionFlag(field)
                    && instructions.get(end - PREAMBLE + 1) instanceof Instruction.Constant constant
                    && constant.value() instanceof Type) {
                List<Instruction> rest = new ArrayList<>(instructions);
                rest.subList(end - PREAMBLE + 1, end + 1).clear();
                return rest;
            }
        }
        return instructions;
    }

    /** Whether a method does nothing. */
    static boolean isEmpty(MethodCode code) {
        return code.instructions().stream()
                .allMatch(each -> each instanceof Instruction.Mark || isPlain(each, Opcodes.RETURN));
    }

    /** The type of the array if all that a lambda does is to make one: its size may come boxed or not. Null otherwise. */
    static @Nullable String arrayMadeBy(MethodCode lambda) {
        List<Instruction> steps = lambda.instructions().stream()
                .filter(each -> !(each instanceof Instruction.Mark))
                .filter(each -> !(each instanceof Instruction.Call call
                        && call.owner().equals("java/lang/Integer")
                        && call.name().equals("intValue")))
                .toList();
        return steps.size() == 3
                        && steps.get(0) instanceof Instruction.Variable size
                        && size.slot() == 0
                        && steps.get(1) instanceof Instruction.OfType array
                        && array.opcode() == Opcodes.ANEWARRAY
                        && isPlain(steps.get(2), Opcodes.ARETURN)
                        && lambda.isStatic()
                ? array.type()
                : null;
    }
}
