package dev.cairn.engine.fingerprint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes the instructions of one method, with labels and local variables numbered as they are met. Used once, by one thread. */
final class BodyWriter {
    private static final Set<String> METHODS_OF_OBJECT = Set.of(
            "equals(Ljava/lang/Object;)Z",
            "hashCode()I",
            "toString()Ljava/lang/String;",
            "getClass()Ljava/lang/Class;",
            "notify()V",
            "notifyAll()V",
            "wait()V",
            "wait(J)V",
            "wait(JI)V");

    private final UnitWriter unit;
    private final MethodCode code;
    private final ConstantWriter constants;
    private final int parameters;
    private final Map<Label, Integer> labels = new HashMap<>();
    private final Map<Integer, Integer> slots = new HashMap<>();

    BodyWriter(UnitWriter unit, MethodCode code) {
        this.unit = unit;
        this.code = code;
        this.constants = new ConstantWriter(unit);
        this.parameters = (Type.getArgumentsAndReturnSizes(code.head().descriptor()) >> 2) - (code.isStatic() ? 1 : 0);
    }

    void write() {
        numberLabels();
        code.instructions().forEach(this::write);
        for (MethodCode.Guard guard : code.guards()) {
            unit.line("guard " + label(guard.start()) + label(guard.end()) + label(guard.handler())
                    + (guard.type() == null ? "" : unit.className(guard.type())));
        }
    }

    /** Only labels that something refers to: where they are not, compilers may put any. */
    private void numberLabels() {
        Set<Label> used = new HashSet<>();
        for (Instruction each : code.instructions()) {
            if (each instanceof Instruction.Jump jump) {
                used.add(jump.target());
            } else if (each instanceof Instruction.NumberSwitch choice) {
                used.addAll(choice.cases().values());
                used.add(choice.otherwise());
            } else if (each instanceof Instruction.EnumSwitch choice) {
                used.addAll(choice.cases().values());
                used.add(choice.otherwise());
            }
        }
        code.guards().forEach(guard -> used.addAll(List.of(guard.start(), guard.end(), guard.handler())));
        for (Instruction each : code.instructions()) {
            if (each instanceof Instruction.Mark mark && used.contains(mark.label())) {
                labels.put(mark.label(), labels.size());
            }
        }
    }

    private String label(Label label) {
        return "@" + labels.get(label) + " ";
    }

    /** Parameters keep their numbers, and other variables get them in the order of their use. */
    private int slot(int slot) {
        return slot < parameters ? slot : slots.computeIfAbsent(slot, key -> parameters + slots.size());
    }

    private void write(Instruction instruction) {
        if (instruction instanceof Instruction.Plain plain) {
            unit.line("op " + plain.opcode());
        } else if (instruction instanceof Instruction.Constant constant) {
            unit.line("constant " + constants.of(constant.value()));
        } else if (instruction instanceof Instruction.Variable variable) {
            unit.line("variable " + variable.opcode() + " " + slot(variable.slot()));
        } else if (instruction instanceof Instruction.Increment increment) {
            unit.line("increment " + slot(increment.slot()) + " " + increment.amount());
        } else if (instruction instanceof Instruction.OfType ofType) {
            ofType(ofType);
        } else if (instruction instanceof Instruction.MultiArray array) {
            unit.line("arrays " + unit.descriptor(array.descriptor()) + " " + array.dimensions());
        } else if (instruction instanceof Instruction.Field field) {
            field(field);
        } else if (instruction instanceof Instruction.Call call) {
            call(call);
        } else if (instruction instanceof Instruction.Dynamic dynamic) {
            unit.line(constants.dynamic(dynamic));
        } else {
            jump(instruction);
        }
    }

    private void jump(Instruction instruction) {
        if (instruction instanceof Instruction.Jump jump) {
            unit.line("jump " + jump.opcode() + " " + label(jump.target()));
        } else if (instruction instanceof Instruction.NumberSwitch choice) {
            unit.line("switch");
            choice.cases().forEach((key, target) -> unit.line("case " + key + " " + label(target)));
            unit.line("otherwise " + label(choice.otherwise()));
        } else if (instruction instanceof Instruction.EnumSwitch choice) {
            unit.line("switch on " + unit.className(choice.type()));
            choice.cases().forEach((key, target) -> unit.line("case " + key + " " + label(target)));
            unit.line("otherwise " + label(choice.otherwise()));
        } else if (instruction instanceof Instruction.Mark mark && labels.containsKey(mark.label())) {
            unit.line(label(mark.label()));
        }
    }

    private void ofType(Instruction.OfType ofType) {
        unit.line("type " + ofType.opcode() + " " + unit.type(ofType.type()));
        if (ofType.opcode() == Opcodes.NEW) {
            unit.use(Use.Kind.MADE, ofType.type());
        } else if (ofType.opcode() == Opcodes.CHECKCAST) {
            unit.receivedIn(ofType.type().startsWith("[") ? ofType.type() : "L" + ofType.type() + ";");
        }
    }

    private void field(Instruction.Field field) {
        boolean ofClass = field.opcode() == Opcodes.GETSTATIC || field.opcode() == Opcodes.PUTSTATIC;
        unit.line("field " + field.opcode() + " " + unit.field(field.owner(), field.name()) + " "
                + unit.descriptor(field.descriptor()));
        if (ofClass && CompilerForms.isAssertionFlag(field)) {
            return; // what sets it is not a part of the initialiser here
        }
        Use.Kind kind = ofClass
                ? Use.Kind.STATIC_FIELD
                : field.opcode() == Opcodes.GETFIELD ? Use.Kind.READ_FIELD : Use.Kind.SET_FIELD;
        unit.use(kind, field.owner(), field.name(), "");
        if (kind != Use.Kind.SET_FIELD) {
            unit.receivedIn(field.descriptor());
        }
    }

    private void call(Instruction.Call call) {
        unit.receivedIn(call.descriptor().substring(call.descriptor().indexOf(')')));
        String key = call.name() + call.descriptor();
        boolean exact = call.opcode() == Opcodes.INVOKESPECIAL;
        if (!exact && call.opcode() != Opcodes.INVOKESTATIC && isOfObject(key)) {
            unit.line("call Object." + key); // by which type it is called depends on the compiler
        } else if (unit.isInlined(call.owner(), key)) {
            unit.line("call " + unit.inlined(call.owner(), key));
        } else {
            String kind = call.opcode() == Opcodes.INVOKESTATIC ? "static " : exact ? "exact " : "";
            unit.line(
                    "call " + kind + unit.type(call.owner()) + "." + call.name() + unit.descriptor(call.descriptor()));
            unit.use(
                    call.opcode() == Opcodes.INVOKESTATIC
                            ? Use.Kind.STATIC_CALL
                            : exact ? Use.Kind.EXACT_CALL : Use.Kind.VIRTUAL_CALL,
                    call.owner(),
                    call.name(),
                    call.descriptor());
        }
    }

    /** Whether a method is one that every object has. */
    static boolean isOfObject(String key) {
        return METHODS_OF_OBJECT.contains(key);
    }
}
