package dev.cairn.engine.fingerprint;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A class as its file has it: heads at once, bodies when they are asked for. Used by one thread. */
final class ClassFile {
    private static final String STEP = "Ldev/cairn/Step;";

    private final byte[] bytes;
    private final Map<String, Member> methods = new LinkedHashMap<>();
    private final Map<String, Member> fields = new LinkedHashMap<>();
    private int version;
    private int access;
    private String name = "";
    private @Nullable String superName;
    private List<String> interfaces = List.of();
    private boolean nameless;
    private @Nullable String memberOf;
    private @Nullable String enclosing;
    private @Nullable Map<String, MethodCode> bodies;

    /**
     * Reads the heads.
     *
     * @throws RuntimeException if the bytes are not a class file, or one of a later Java than is known here
     */
    ClassFile(byte[] bytes) {
        this.bytes = bytes;
        new ClassReader(bytes)
                .accept(new Heads(), ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    }

    /** The number of the version of class files, which tells for which Java it was compiled. */
    int version() {
        return version;
    }

    String name() {
        return name;
    }

    boolean isEnum() {
        return (access & Opcodes.ACC_ENUM) != 0;
    }

    @Nullable
    String superName() {
        return superName;
    }

    List<String> interfaces() {
        return interfaces;
    }

    /** By name and descriptor. */
    Map<String, Member> methods() {
        return methods;
    }

    /** By name. */
    Map<String, Member> fields() {
        return fields;
    }

    /** Whether it is anonymous or local. */
    boolean isNameless() {
        return nameless;
    }

    /** The class whose member it is. */
    @Nullable
    String memberOf() {
        return memberOf;
    }

    /** The class in whose code it is declared, if it is anonymous or local. */
    @Nullable
    String enclosing() {
        return enclosing;
    }

    /** The constants of an enum, in their order. */
    List<String> constants() {
        return fields.values().stream()
                .filter(field -> field.has(Opcodes.ACC_ENUM))
                .map(Member::name)
                .collect(Collectors.toList());
    }

    /** The method of this name and descriptor. */
    MethodCode body(String key) {
        if (bodies == null) {
            Map<String, MethodCode> read = new HashMap<>();
            new ClassReader(bytes).accept(new Bodies(read), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            bodies = read;
        }
        MethodCode body = bodies.get(key);
        if (body == null) {
            throw new IllegalArgumentException(name + " has no method " + key);
        }
        return body;
    }

    private final class Heads extends ClassVisitor {
        Heads() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(
                int number,
                int flags,
                String internalName,
                @Nullable String signature,
                @Nullable String superclass,
                String @Nullable [] superinterfaces) {
            version = number & 0xffff;
            access = flags;
            name = internalName;
            superName = superclass;
            interfaces = superinterfaces == null ? List.of() : List.of(superinterfaces);
        }

        @Override
        public void visitOuterClass(String owner, @Nullable String method, @Nullable String descriptor) {
            enclosing = owner;
        }

        @Override
        public void visitInnerClass(String inner, @Nullable String outer, @Nullable String simpleName, int flags) {
            if (inner.equals(name)) {
                nameless = outer == null;
                memberOf = outer;
            }
        }

        @Override
        public @Nullable FieldVisitor visitField(
                int flags, String field, String descriptor, @Nullable String signature, @Nullable Object value) {
            fields.put(field, Member.field(flags, field, descriptor, signature, value));
            return null;
        }

        @Override
        public MethodVisitor visitMethod(
                int flags,
                String method,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            Member head = Member.method(flags, method, descriptor, signature, false);
            methods.put(head.key(), head);
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                    if (annotation.equals(STEP)) {
                        methods.put(head.key(), Member.method(flags, method, descriptor, signature, true));
                    }
                    return null;
                }
            };
        }
    }

    private static final class Bodies extends ClassVisitor {
        private final Map<String, MethodCode> read;

        Bodies(Map<String, MethodCode> read) {
            super(Opcodes.ASM9);
            this.read = read;
        }

        @Override
        public MethodVisitor visitMethod(
                int flags,
                String method,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            Member head = Member.method(flags, method, descriptor, signature, false);
            return new MethodReader(head, code -> read.put(head.key(), code));
        }
    }
}
