package dev.cairn.processor.write.codec;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.write.source.JavaTypeNames;

/** The classes of {@code dev.cairn.codec}, and of Kryo, that generated codecs use. */
final class CodecClasses {
    static final ClassName ARTIFACT_CODEC = codec("ArtifactCodec");
    static final ClassName CODECS = codec("Codecs");
    static final ClassName FIELD_VALUES = codec("FieldValues");
    static final ClassName FINAL_FIELDS = codec("FinalFields");
    static final ClassName NAMED_CODEC = codec("NamedCodec");
    static final ClassName PRIMITIVE_FORMAT = codec("PrimitiveFormat");
    static final ClassName PRIVATE_MEMBERS = codec("PrivateMembers");
    static final ClassName STRUCT_CODEC = codec("StructCodec");
    static final ClassName KRYO = ClassName.get("com.esotericsoftware.kryo.kryo5", "Kryo");
    static final ClassName INPUT = ClassName.get("com.esotericsoftware.kryo.kryo5.io", "Input");
    static final ClassName OUTPUT = ClassName.get("com.esotericsoftware.kryo.kryo5.io", "Output");

    private CodecClasses() {}

    /** The type of a codec for values of {@code type}. */
    static ParameterizedTypeName codecOf(JavaType type) {
        return ParameterizedTypeName.get(ARTIFACT_CODEC, JavaTypeNames.boxed(type));
    }

    /** The type of a codec for values of {@code type}, which schemas call by name. */
    static ParameterizedTypeName namedCodecOf(JavaType type) {
        return ParameterizedTypeName.get(NAMED_CODEC, JavaTypeNames.of(type));
    }

    private static ClassName codec(String name) {
        return ClassName.get("dev.cairn.codec", name);
    }
}
