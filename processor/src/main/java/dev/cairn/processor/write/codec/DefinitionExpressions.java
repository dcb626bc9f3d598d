package dev.cairn.processor.write.codec;

import static dev.cairn.processor.write.codec.CodecClasses.CODECS;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.cairn.processor.model.SchemaName;
import dev.cairn.processor.model.StoredDefinition;
import dev.cairn.processor.model.StoredDefinition.Constant;
import dev.cairn.processor.model.StoredType;
import dev.cairn.processor.write.source.JavaTypeNames;
import dev.cairn.processor.write.source.Wrapped;
import java.util.ArrayList;
import java.util.List;

/** The expressions for the codecs of named types that need no class of their own. */
final class DefinitionExpressions {
    private DefinitionExpressions() {}

    /** The codec of an enum. */
    static CodeBlock enumeration(StoredDefinition.Enumeration enumeration) {
        ClassName type = JavaTypeNames.of(enumeration.type().name());
        CodeBlock.Builder codec = CodeBlock.builder().add("$1T.enumeration($2T.class, $2T.values())", CODECS, type);
        for (Constant constant : enumeration.constants()) {
            if (!constant.formerNames().isEmpty()) {
                CodeBlock formerNames = StructCodecWriter.strings(constant.formerNames());
                codec.add("$>$>\n.formerNames($T.$N, $L)$<$<", type, constant.name(), formerNames);
            }
        }
        if (!enumeration.formerNames().isEmpty()) {
            CodeBlock formerNames = StructCodecWriter.strings(enumeration.formerNames());
            codec.add("$>$>\n.formerTypeNames($L)$<$<", formerNames);
        }
        return codec.build();
    }

    /** The codec of a type with an annotation; one that is stored reflectively cannot have had other names. */
    static CodeBlock annotated(StoredDefinition.Annotated annotated, CodecExpressions codecs) {
        if (annotated.stored() instanceof StoredType.Custom custom
                && !annotated.formerNames().isEmpty()) {
            CodeBlock formerNames = StructCodecWriter.strings(annotated.formerNames());
            return CodeBlock.of(
                    "$T.custom(new $T(), $T.of($L))",
                    CODECS,
                    JavaTypeNames.of(custom.codec()),
                    List.class,
                    formerNames);
        }
        return codecs.of(annotated.stored());
    }

    /** The codec of a sealed type. */
    static CodeBlock sealed(StoredDefinition.Sealed sealed, CodecExpressions codecs) {
        List<CodeBlock> arguments = new ArrayList<>();
        arguments.add(CodecExpressions.literal(sealed.type()));
        if (!sealed.type().arguments().isEmpty() || !sealed.formerNames().isEmpty()) {
            CodeBlock formerNames = StructCodecWriter.strings(sealed.formerNames());
            arguments.add(CodeBlock.of("$S", SchemaName.of(sealed.type())));
            arguments.add(CodeBlock.of("$T.of($L)", List.class, formerNames));
        }
        sealed.subtypes().forEach(subtype -> arguments.add(codecs.of(subtype)));
        return CodeBlock.of("$>$>$L$<$<", Wrapped.call(CodeBlock.of("$T.sealed", CODECS), arguments));
    }
}
