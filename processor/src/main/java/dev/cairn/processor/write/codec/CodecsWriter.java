package dev.cairn.processor.write.codec;

import static dev.cairn.processor.write.codec.CodecClasses.CODECS;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.StoredDefinition;
import dev.cairn.processor.model.StoredType;
import dev.cairn.processor.write.context.CodecNames;
import dev.cairn.processor.write.context.WriteContext;
import dev.cairn.processor.write.source.JavaTypeNames;
import dev.cairn.processor.write.source.SuppressedWarnings;
import dev.cairn.processor.write.source.Wrapped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;

/**
 * Writes {@code FCodecs}: how every artifact of a flow, and every element of a foreach, is stored. First stand the
 * codecs of the types that the user named, each after those that it is made of, then those of the artifacts, then the
 * classes of the former.
 */
public final class CodecsWriter {
    private static final Modifier[] PRIVATE_CONSTANT = {Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL};

    private final CodecNames codecNames;
    private final ClassName flowName;
    private final List<ArtifactCodecs.Entry> artifacts;
    private final ReachableTypes types;
    private final TypeCodecNames names;
    private final ConstantGroups groups;
    private final CodecExpressions expressions;
    private final Map<StoredType, ConstantGroups.Place> places = new LinkedHashMap<>();
    private final List<TypeSpec> structs = new ArrayList<>();
    private final Set<String> warnings;
    private final TypeSpec.Builder type;

    private CodecsWriter(FlowModel flow, CodecNames codecNames) {
        this.codecNames = codecNames;
        this.flowName = JavaTypeNames.of(flow.flowClass());
        this.artifacts = ArtifactCodecs.of(flow, codecNames);
        this.types = ReachableTypes.of(
                flow, artifacts.stream().map(ArtifactCodecs.Entry::stored).toList());
        this.names = new TypeCodecNames(codecNames);
        this.expressions = new CodecExpressions(codecNames.codecs());
        this.groups = new ConstantGroups(codecNames.codecs(), totalBytes());
        this.warnings = warnings(flow);
        this.type = TypeSpec.classBuilder(codecNames.codecs());
    }

    /** The generated class, whose constants {@code names} lists. An artifact that cannot be stored has none. */
    public static TypeSpec.Builder write(FlowModel flow, CodecNames names) {
        return new CodecsWriter(flow, names).write();
    }

    private int totalBytes() {
        return types.definitions().stream().mapToInt(Bytecode::of).sum()
                + types.any().map(any -> Bytecode.ofAny(types.anyOf().size())).orElse(0)
                + artifacts.stream()
                        .mapToInt(entry -> Bytecode.of(entry.stored()))
                        .sum();
    }

    private TypeSpec.Builder write() {
        type.addModifiers(Modifier.FINAL).addJavadoc("How the artifacts of {@link $T} are stored.", flowName);
        SuppressedWarnings.of(warnings).ifPresent(type::addAnnotation);
        declareTypes();
        types.definitions().forEach(this::add);
        types.any().ifPresent(this::addAny);
        artifacts.forEach(this::add);
        type.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        if (castsCodecs()) {
            type.addMethod(CodecConstant.retyped(codecNames.types()));
        }
        return type.addTypes(groups.classes()).addTypes(structs);
    }

    private Set<String> warnings(FlowModel flow) {
        Set<String> warnings = new TreeSet<>(WriteContext.suppressions(flow));
        flow.artifacts().forEach(artifact -> warnings.addAll(WriteContext.suppressions(artifact)));
        types.definitions().forEach(definition -> warnings.addAll(definition.warnings()));
        return warnings;
    }

    private void declareTypes() {
        names.addAll(types.definitions());
        for (StoredDefinition definition : types.definitions()) {
            declare(
                    new StoredType.Named(definition.type()),
                    names.constant(definition.type()),
                    Bytecode.of(definition));
        }
        types.any().ifPresent(any -> {
            names.addAny();
            declare(any, names.any(), Bytecode.ofAny(types.anyOf().size()));
        });
    }

    private void declare(StoredType stored, String constant, int bytes) {
        ConstantGroups.Place place = groups.next(constant, bytes);
        places.put(stored, place);
        expressions.declare(stored, place.reference());
    }

    private void add(StoredDefinition definition) {
        StoredType stored = new StoredType.Named(definition.type());
        String constant = names.constant(definition.type());
        ParameterizedTypeName codecType = CodecClasses.namedCodecOf(definition.type());
        add(stored, field(constant, codecType, initializer(definition)));
    }

    private void addAny(StoredType any) {
        ParameterizedTypeName codecType = CodecClasses.codecOf(any.type());
        List<CodeBlock> arguments = types.anyOf().stream().map(expressions::of).toList();
        CodeBlock call = Wrapped.call(CodeBlock.of("$T.any", CODECS), arguments);
        add(any, field(names.any(), codecType, CodeBlock.of("$>$>$L$<$<", call)));
    }

    private void add(StoredType stored, FieldSpec constant) {
        Objects.requireNonNull(places.get(stored)).add(constant, CodeBlock.of(""), type);
        expressions.initialised(stored);
    }

    private void add(ArtifactCodecs.Entry entry) {
        FieldSpec constant = new CodecConstant(entry.constant(), entry.declared(), entry.stored()).toField(expressions);
        groups.next(entry.constant(), Bytecode.of(entry.stored())).add(constant, entry.javadoc(flowName), type);
    }

    private CodeBlock initializer(StoredDefinition definition) {
        if (definition instanceof StoredDefinition.Struct struct) {
            String name = names.className(struct.type());
            structs.add(
                    StructCodecWriter.write(struct, name, new FieldCodecs(struct, expressions, names.typeConstants())));
            return CodeBlock.of("new $L()", name);
        } else if (definition instanceof StoredDefinition.Sealed sealed) {
            return DefinitionExpressions.sealed(sealed, expressions);
        } else if (definition instanceof StoredDefinition.Annotated annotated) {
            return DefinitionExpressions.annotated(annotated, expressions);
        }
        return DefinitionExpressions.enumeration((StoredDefinition.Enumeration) definition);
    }

    private static FieldSpec field(String name, ParameterizedTypeName type, CodeBlock initializer) {
        return CodecConstant.toField(type, name, initializer, PRIVATE_CONSTANT);
    }

    private boolean castsCodecs() {
        return artifacts.stream().anyMatch(entry -> CodecConstant.isCast(entry.declared(), entry.stored()))
                || types.definitions().stream()
                        .filter(StoredDefinition.Struct.class::isInstance)
                        .flatMap(definition -> ((StoredDefinition.Struct) definition).fields().stream())
                        .anyMatch(FieldCodecs::isCast);
    }
}
