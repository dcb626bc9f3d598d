package dev.cairn.processor.write.source;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.cairn.processor.name.GeneratedNames;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/**
 * Writes the enums of a flow's artifacts and steps, whose constants print as what they stand for.
 *
 * <p>The static initialiser of an enum makes all constants; no form of an enum lets it be cut into several methods. It
 * takes some 20 bytes of bytecode per constant: with more than 400 it is longer than what the virtual machine compiles, which
 * does not matter to code that runs once, and with more than 3,000 it fits into no method.
 */
public final class ConstantsWriter {
    private ConstantsWriter() {}

    /**
     * The enum of these names; of those that give the same constant, only the first has one.
     *
     * @param word what a name stands for: {@code artifact} or {@code step}
     * @param link gives the link to what a name stands for
     */
    public static TypeSpec write(
            String name,
            String word,
            List<String> names,
            CodeBlock javadoc,
            Function<String, CodeBlock> link,
            Modifier... modifiers) {
        TypeSpec.Builder type =
                TypeSpec.enumBuilder(name).addModifiers(modifiers).addJavadoc(javadoc);
        Set<String> constants = new HashSet<>();
        for (String each : names) {
            String constant = GeneratedNames.constant(each);
            if (constants.add(constant)) {
                type.addEnumConstant(
                        constant,
                        TypeSpec.anonymousClassBuilder("$S", each)
                                .addJavadoc("$L.", link.apply(each))
                                .build());
            }
        }
        return type.addField(String.class, word, Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(String.class, word)
                        .addStatement("this.$1L = $1L", word)
                        .build())
                .addMethod(text(word))
                .build();
    }

    /** The method that gives the text of a constant, which a field of this name holds. */
    public static MethodSpec text(String word) {
        return MethodSpec.methodBuilder("toString")
                .addJavadoc("The name of the $L, as in the flow.", word)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addStatement("return $L", word)
                .build();
    }
}
