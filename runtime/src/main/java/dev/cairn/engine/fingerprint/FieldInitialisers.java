package dev.cairn.engine.fingerprint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * The parts of a constructor that set one field each. They can be told apart where it does nothing else: one constructor, whose
 * statements all set a field, keep nothing in local variables and do not pass {@code this} on.
 */
final class FieldInitialisers {
    private final String owner;
    private final Map<String, List<Instruction>> parts = new LinkedHashMap<>();
    private boolean apart = true;

    private FieldInitialisers(String owner) {
        this.owner = owner;
    }

    /** The constructors of a class. */
    static List<MethodCode> constructors(ClassFile file) {
        return file.methods().values().stream()
                .filter(method -> method.name().equals("<init>"))
                .map(method -> file.body(method.key()))
                .toList();
    }

    /** By name of the field, without those that keep the default of their type; empty if they cannot be told apart. */
    static Optional<Map<String, List<Instruction>>> of(ClassFile file, Program program) {
        List<MethodCode> constructors = constructors(file);
        if (constructors.size() != 1 || !constructors.get(0).guards().isEmpty()) {
            return Optional.empty();
        }
        FieldInitialisers initialisers = new FieldInitialisers(file.name());
        initialisers.split(
                CompilerForms.normalised(constructors.get(0), program).instructions());
        return initialisers.apart ? Optional.of(initialisers.parts) : Optional.empty();
    }

    private void split(List<Instruction> instructions) {
        int[] depths = StackDepth.after(instructions);
        int start = 0;
        for (int i = 0; i < depths.length; i++) {
            boolean end = depths[i] == 0 || isReturn(instructions.get(i));
            if (end && !(instructions.get(i) instanceof Instruction.Mark)) {
                statement(instructions.subList(start, i + 1));
                start = i + 1;
            }
        }
        apart &= start == depths.length
                || instructions.subList(start, depths.length).stream().allMatch(Instruction.Mark.class::isInstance);
    }

    private void statement(List<Instruction> statement) {
        List<Instruction> code = statement.stream()
                .filter(each -> !(each instanceof Instruction.Mark))
                .toList();
        if (isReturn(code.get(0)) || isSuperCall(code)) {
            return;
        }
        if (code.get(code.size() - 1) instanceof Instruction.Field target
                && isOwn(target, Opcodes.PUTFIELD)
                && isAlone(code)
                && staysInside(statement)) {
            parts.computeIfAbsent(target.name(), key -> new ArrayList<>()).addAll(statement);
        } else {
            apart = false;
        }
    }

    private static boolean isReturn(Instruction instruction) {
        return instruction instanceof Instruction.Plain plain && plain.opcode() == Opcodes.RETURN;
    }

    private static boolean isSuperCall(List<Instruction> code) {
        return code.size() == 2
                && isThis(code.get(0))
                && code.get(1) instanceof Instruction.Call call
                && call.name().equals("<init>");
    }

    private static boolean isThis(Instruction instruction) {
        return instruction instanceof Instruction.Variable variable
                && variable.opcode() == Opcodes.ALOAD
                && variable.slot() == 0;
    }

    private boolean isOwn(Instruction.Field field, int opcode) {
        return field.opcode() == opcode && field.owner().equals(owner);
    }

    /** Whether {@code this} is only there to set one field and to read others, and no local variable comes from elsewhere. */
    private boolean isAlone(List<Instruction> code) {
        if (!isThis(code.get(0))) {
            return false;
        }
        for (int i = 1; i < code.size() - 1; i++) {
            Instruction each = code.get(i);
            boolean readNext = code.get(i + 1) instanceof Instruction.Field next && isOwn(next, Opcodes.GETFIELD);
            if (isThis(each) != readNext
                    || each instanceof Instruction.Variable && !isThis(each)
                    || each instanceof Instruction.Increment
                    || each instanceof Instruction.Field field && field.opcode() == Opcodes.PUTFIELD) {
                return false;
            }
        }
        return true;
    }

    private static boolean staysInside(List<Instruction> statement) {
        Set<Label> inside = new HashSet<>();
        List<Label> targets = new ArrayList<>();
        for (Instruction each : statement) {
            if (each instanceof Instruction.Mark mark) {
                inside.add(mark.label());
            } else if (each instanceof Instruction.Jump jump) {
                targets.add(jump.target());
            } else if (each instanceof Instruction.NumberSwitch choice) {
                targets.addAll(choice.cases().values());
                targets.add(choice.otherwise());
            } else if (each instanceof Instruction.EnumSwitch choice) {
                targets.addAll(choice.cases().values());
                targets.add(choice.otherwise());
            }
        }
        return inside.containsAll(targets);
    }
}
