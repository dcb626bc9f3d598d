package dev.cairn.processor.write.codec;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Decides where constants go: into the generated class itself or, where its static initialiser would get too long, in
 * their order into nested classes. A constant that others see then has its value from there.
 */
final class ConstantGroups {
    /** What the virtual machine compiles has at most 8,000 bytes; our count is only about right. */
    private static final int BYTES = 7000;

    private final ClassName codecs;
    private final boolean split;
    private final List<TypeSpec.Builder> groups = new ArrayList<>();
    private int group;
    private int bytes;

    /** Expects constants that take {@code totalBytes} of bytecode. */
    ConstantGroups(ClassName codecs, int totalBytes) {
        this.codecs = codecs;
        this.split = totalBytes > BYTES;
    }

    /** Assigns the next constant its place. */
    Place next(String name, int constantBytes) {
        if (bytes > 0 && bytes + constantBytes > BYTES) {
            group++;
            bytes = 0;
        }
        bytes += constantBytes;
        return new Place(name, group);
    }

    /** The nested classes, to be called when all constants were added. */
    List<TypeSpec> classes() {
        return groups.stream().map(TypeSpec.Builder::build).toList();
    }

    /** Where a constant is. */
    final class Place {
        private final String name;
        private final int group;

        private Place(String name, int group) {
            this.name = name;
            this.group = group;
        }

        /** How generated code names it. */
        CodeBlock reference() {
            return split ? CodeBlock.of("$T.$N", codecs.nestedClass(className()), name) : CodeBlock.of("$N", name);
        }

        /** Adds the constant to {@code type}, or to the nested class where it belongs. */
        void add(FieldSpec constant, CodeBlock javadoc, TypeSpec.Builder type) {
            if (!split) {
                type.addField(constant.toBuilder().addJavadoc(javadoc).build());
                return;
            }
            while (groups.size() <= group) {
                groups.add(TypeSpec.classBuilder("Group" + (groups.size() + 1))
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL));
            }
            groups.get(group).addField(constant);
            if (!constant.modifiers().contains(Modifier.PRIVATE)) {
                type.addField(FieldSpec.builder(constant.type(), name, Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc(javadoc)
                        .initializer(reference())
                        .build());
            }
        }

        private String className() {
            return "Group" + (group + 1);
        }
    }
}
