package dev.cairn.processor.lock;

import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.SchemaName;
import dev.cairn.processor.model.StoredDefinition;
import dev.cairn.processor.model.StoredType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes of a flow what the lock file says of it. */
final class FlowSchemas {
    /** What the compiler shows in place of a constant that does not exist. */
    private static final String ERRONEOUS = "<error>";

    private final FlowModel flow;
    private final Map<JavaType, StoredDefinition> definitions = new HashMap<>();
    private final SortedMap<String, Block> types = new TreeMap<>();
    private final Deque<JavaType> open = new ArrayDeque<>();
    private boolean holdsAny;

    private FlowSchemas(FlowModel flow) {
        this.flow = flow;
        flow.definitions().forEach(definition -> definitions.put(definition.type(), definition));
    }

    /** Whether all that a flow stores is known; of what is not, the compiler or another rule speaks. */
    static boolean areKnown(FlowModel flow) {
        return flow.artifacts().stream()
                        .noneMatch(artifact -> artifact.stored() instanceof StoredType.Unstorable
                                || artifact.stored() instanceof StoredType.Unresolved)
                && names(flow).noneMatch(ERRONEOUS::equals);
    }

    private static Stream<String> names(FlowModel flow) {
        return Stream.of(
                        flow.formerNames().stream(),
                        flow.artifacts().stream().flatMap(artifact -> artifact.formerNames().stream()),
                        flow.definitions().stream().flatMap(FlowSchemas::names))
                .flatMap(names -> names);
    }

    private static Stream<String> names(StoredDefinition definition) {
        Stream<String> members = Stream.of();
        if (definition instanceof StoredDefinition.Struct struct) {
            members = struct.fields().stream()
                    .flatMap(field -> Stream.concat(
                            field.formerNames().stream(),
                            field.fallback().flatMap(StoredDefinition.Fallback::text).stream()));
        } else if (definition instanceof StoredDefinition.Enumeration enumeration) {
            members = enumeration.constants().stream().flatMap(constant -> constant.formerNames().stream());
        }
        return Stream.concat(definition.formerNames().stream(), members);
    }

    static LockedSchemas of(FlowModel flow) {
        return new FlowSchemas(flow).read();
    }

    private LockedSchemas read() {
        List<Line> lines = new ArrayList<>();
        flow.artifacts().stream()
                .filter(artifact -> !artifact.isSecret()) // nothing is stored of them
                .sorted(Comparator.comparing(ArtifactModel::name))
                .map(artifact ->
                        Line.typed(type(artifact.stored()), artifact.name(), artifact.formerNames(), Optional.empty()))
                .forEach(lines::add);
        addReached();
        if (holdsAny) {
            open.addAll(definitions.keySet());
            addReached();
            types.values().stream()
                    .filter(type -> type.kind() != Block.Kind.SEALED && isHeld(type))
                    .forEach(type -> lines.add(Line.held(type.name())));
        }
        SortedMap<String, Block> flows = new TreeMap<>();
        String name = flow.flowClass().binaryName();
        flows.put(name, new Block(Block.Kind.FLOW, name, flow.formerNames(), lines));
        return new LockedSchemas(flows, types);
    }

    /** Whether an {@code Object} can be of a type: the class of a value has to tell all. */
    private boolean isHeld(Block type) {
        return definitions.keySet().stream()
                .filter(candidate -> SchemaName.of(candidate).equals(type.name()))
                .allMatch(candidate ->
                        ((JavaType.Declared) candidate).arguments().stream().allMatch(FlowSchemas::isObject));
    }

    private static boolean isObject(JavaType type) {
        return SchemaName.of(type).equals("java.lang.Object");
    }

    private void addReached() {
        while (!open.isEmpty()) {
            StoredDefinition definition = definitions.get(open.remove());
            String name = definition == null ? "" : SchemaName.of(definition.type());
            if (definition != null && !types.containsKey(name)) {
                types.put(name, block(name, definition));
            }
        }
    }

    private Block block(String name, StoredDefinition definition) {
        List<Line> lines = new ArrayList<>();
        Block.Kind kind;
        if (definition instanceof StoredDefinition.Struct struct) {
            kind = Block.Kind.CLASS;
            struct.fields()
                    .forEach(field -> lines.add(
                            Line.typed(type(field.stored()), field.name(), field.formerNames(), field.fallback())));
        } else if (definition instanceof StoredDefinition.Enumeration enumeration) {
            kind = Block.Kind.ENUM;
            enumeration.constants().forEach(constant -> lines.add(Line.named(constant.name(), constant.formerNames())));
        } else if (definition instanceof StoredDefinition.Sealed sealed) {
            kind = Block.Kind.SEALED;
            sealed.subtypes()
                    .forEach(subtype -> lines.add(Line.named(((LockedType.Named) type(subtype)).name(), List.of())));
        } else if (((StoredDefinition.Annotated) definition).stored() instanceof StoredType.Custom custom) {
            kind = Block.Kind.CODEC;
            lines.add(Line.named(custom.codec().binaryName(), List.of()));
        } else {
            kind = Block.Kind.OPAQUE;
            ((StoredType.Opaque) ((StoredDefinition.Annotated) definition).stored())
                    .binaryNames()
                    .forEach(allowed -> lines.add(Line.named(allowed, List.of())));
        }
        return new Block(kind, name, definition.formerNames(), lines);
    }

    private LockedType type(StoredType stored) {
        if (stored instanceof StoredType.BuiltIn builtIn) {
            return new LockedType.Value(builtIn.type().toString());
        } else if (stored instanceof StoredType.Container container) {
            String name = ((JavaType.Declared) container.type()).name().simpleName();
            return new LockedType.Container(
                    name, container.arguments().stream().map(this::type).toList());
        } else if (stored instanceof StoredType.Entry entry) {
            return new LockedType.Container(TypeNames.ENTRY, List.of(type(entry.key()), type(entry.value())));
        } else if (stored instanceof StoredType.ReferenceArray array) {
            return new LockedType.ArrayOf(type(array.component()));
        } else if (stored instanceof StoredType.Named named) {
            open.add(named.type());
            return new LockedType.Named(SchemaName.of(named.type()));
        } else if (stored instanceof StoredType.Any) {
            holdsAny = true;
            return new LockedType.AnyObject();
        } else if (stored instanceof StoredType.Converted converted) {
            return type(converted.form());
        } else if (stored instanceof StoredType.Custom custom) {
            return new LockedType.Custom(custom.codec().binaryName(), SchemaName.of(custom.type()));
        } else if (stored instanceof StoredType.Opaque opaque) {
            return new LockedType.Opaque(opaque.binaryNames(), SchemaName.of(opaque.type()));
        }
        throw new IllegalArgumentException("`" + stored.type() + "` cannot be stored");
    }
}
