package dev.cairn.engine.fingerprint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Reads the instructions of one method. Not thread-safe. */
final class MethodReader extends MethodVisitor {
    private static final List<String> ARRAY_TYPES = List.of("Z", "C", "F", "D", "B", "S", "I", "J");

    private static final Set<String> OF_ELEMENTS = Set.of("Ldev/cairn/Item;", "Ldev/cairn/Index;");

    private final Member head;
    private final Consumer<MethodCode> result;
    private final List<Instruction> instructions = new ArrayList<>();
    private final List<MethodCode.Guard> guards = new ArrayList<>();
    private final List<String> elements = new ArrayList<>();

    MethodReader(Member head, Consumer<MethodCode> result) {
        super(Opcodes.ASM9);
        this.head = head;
        this.result = result;
    }

    /** They say what a step gets, without any code. */
    @Override
    public @Nullable AnnotationVisitor visitParameterAnnotation(int parameter, String annotation, boolean visible) {
        if (!OF_ELEMENTS.contains(annotation)) {
            return null;
        }
        String start = "parameter " + parameter + " " + annotation + " ";
        return new AnnotationVisitor(Opcodes.ASM9) {
            private String artifact = "";

            @Override
            public void visit(String name, Object value) {
                artifact = value.toString();
            }

            @Override
            public void visitEnd() {
                elements.add(start + artifact);
            }
        };
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
            constant(opcode - Opcodes.ICONST_0);
        } else if (opcode >= Opcodes.LCONST_0 && opcode <= Opcodes.LCONST_1) {
            constant((long) (opcode - Opcodes.LCONST_0));
        } else if (opcode >= Opcodes.FCONST_0 && opcode <= Opcodes.FCONST_2) {
            constant((float) (opcode - Opcodes.FCONST_0));
        } else if (opcode >= Opcodes.DCONST_0 && opcode <= Opcodes.DCONST_1) {
            constant((double) (opcode - Opcodes.DCONST_0));
        } else {
            instructions.add(new Instruction.Plain(opcode));
        }
    }

    private void constant(Object value) {
        instructions.add(new Instruction.Constant(value));
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        if (opcode == Opcodes.NEWARRAY) {
            String component = ARRAY_TYPES.get(operand - Opcodes.T_BOOLEAN);
            instructions.add(new Instruction.OfType(Opcodes.ANEWARRAY, component));
        } else {
            constant(operand);
        }
    }

    @Override
    public void visitLdcInsn(Object value) {
        constant(value);
    }

    @Override
    public void visitVarInsn(int opcode, int slot) {
        instructions.add(new Instruction.Variable(opcode, slot));
    }

    @Override
    public void visitIincInsn(int slot, int amount) {
        instructions.add(new Instruction.Increment(slot, amount));
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        instructions.add(new Instruction.OfType(opcode, type));
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        instructions.add(new Instruction.MultiArray(descriptor, dimensions));
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        instructions.add(new Instruction.Field(opcode, owner, name, descriptor));
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean ofInterface) {
        instructions.add(new Instruction.Call(opcode, owner, name, descriptor));
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        instructions.add(new Instruction.Dynamic(name, descriptor, bootstrap, List.of(arguments)));
    }

    @Override
    public void visitJumpInsn(int opcode, Label target) {
        instructions.add(new Instruction.Jump(opcode, target));
    }

    @Override
    public void visitTableSwitchInsn(int from, int to, Label otherwise, Label... targets) {
        int[] keys = new int[targets.length];
        Arrays.setAll(keys, i -> from + i);
        visitLookupSwitchInsn(otherwise, keys, targets);
    }

    @Override
    public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] targets) {
        SortedMap<Integer, Label> cases = new TreeMap<>();
        for (int i = 0; i < keys.length; i++) {
            if (targets[i] != otherwise) {
                cases.put(keys[i], targets[i]);
            }
        }
        instructions.add(new Instruction.NumberSwitch(cases, otherwise));
    }

    @Override
    public void visitLabel(Label label) {
        instructions.add(new Instruction.Mark(label));
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
        guards.add(new MethodCode.Guard(start, end, handler, type));
    }

    @Override
    public void visitEnd() {
        result.accept(new MethodCode(head, elements, instructions, guards));
    }
}
