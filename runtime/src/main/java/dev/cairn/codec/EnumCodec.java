package dev.cairn.codec;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.internal.TreeErrors;
import dev.cairn.codec.internal.Varints;
import dev.cairn.codec.schema.Definition;
import dev.cairn.codec.schema.Definitions;
import dev.cairn.codec.schema.Renames;
import dev.cairn.codec.schema.SchemaType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The codec of an enum. Immutable and thread-safe.
 *
 * <p>Payload: an unsigned varint, 0 for null, otherwise one plus the index of the constant's name in the schema. Because names
 * identify constants, constants may be added, removed and moved.
 *
 * @param <E> the enum
 */
public final class EnumCodec<E extends Enum<E>> extends NamedCodec<E> {
    private final E[] constants;
    private final Map<String, E> formerNames;

    EnumCodec(Class<E> type, E[] constants) {
        this(type, List.of(), constants.clone(), Map.of());
    }

    private EnumCodec(Class<E> type, List<String> formerTypeNames, E[] constants, Map<String, E> formerNames) {
        super(type, type.getName(), formerTypeNames);
        this.constants = constants;
        this.formerNames = formerNames;
    }

    /**
     * {@return this codec, with names under which older versions stored a constant}
     *
     * @param constant the constant as it is now
     * @param names its former names, in addition to those that were set before
     * @throws IllegalArgumentException if another constant claims one of these names, or two constants exchanged their names
     */
    public EnumCodec<E> formerNames(E constant, String... names) {
        Map<String, E> all = new HashMap<>(formerNames);
        for (String name : names) {
            E other = all.put(name, constant);
            if (other != null && other != constant) {
                throw new IllegalArgumentException("constants `" + other.name() + "` and `" + constant.name() + "` of "
                        + simpleName() + " both have the former name `" + name + "`");
            }
        }
        EnumCodec<E> codec = new EnumCodec<>(javaType(), formerTypeNames(), constants, all);
        Renames.requireTold("constants", simpleName(), codec.members());
        return codec;
    }

    /**
     * {@return this codec, with binary names that the enum had in older versions}
     *
     * @param names the binary names, instead of those that were set before
     */
    public EnumCodec<E> formerTypeNames(String... names) {
        return new EnumCodec<>(javaType(), List.of(names), constants, formerNames);
    }

    @Override
    public void write(Kryo kryo, Output output, @Nullable E value) {
        Varints.write(output, value == null ? 0 : value.ordinal() + 1);
    }

    @Override
    public @Nullable E read(Kryo kryo, Input input) {
        int stored = Varints.readInt(input);
        return stored == 0 ? null : constant(stored - 1);
    }

    @Override
    public void writeBody(Kryo kryo, Output output, E value) {
        Varints.write(output, value.ordinal());
    }

    @Override
    public E readBody(Kryo kryo, Input input) {
        return constant(Varints.readInt(input));
    }

    private E constant(int index) {
        if (index < 0 || index >= constants.length) {
            throw new MalformedArtifactException("enum " + simpleName() + " has no constant of number " + index);
        }
        return constants[index];
    }

    @Override
    public Definition.Enumeration definition() {
        return new Definition.Enumeration(
                type().name(), Arrays.stream(constants).map(Enum::name).toList());
    }

    @Override
    protected boolean staysAsItIsWhenRead() {
        return true;
    }

    @Override
    public void define(Definitions definitions) {
        definitions.add(definition());
    }

    @Override
    public ValueReader plan(Planner planner, SchemaType stored) {
        EnumPlan<E> plan = EnumPlan.of(this, planner.definition(this, stored));
        return (kryo, input) -> {
            int index = Varints.readInt(input);
            return index == 0 ? null : plan.constant(index - 1);
        };
    }

    @Override
    public ValueReader planBody(Planner planner, Definition stored) {
        EnumPlan<E> plan = EnumPlan.of(this, stored);
        return (kryo, input) -> plan.constant(Varints.readInt(input));
    }

    @Override
    @Nullable
    public E fromTree(Tree tree) {
        if (tree instanceof Tree.Null) {
            return null;
        }
        String name = tree instanceof Tree.Constant constant
                ? constant.name()
                : tree instanceof Tree.Scalar scalar && scalar.value() instanceof String text ? text : null;
        E found = name == null ? null : find(name);
        if (found == null) {
            throw new TreeConversionException(tree.text(3) + " is not "
                    + TreeErrors.withArticle(simpleName()) + ": it must be one of "
                    + Arrays.stream(constants).map(Enum::name).collect(Collectors.joining(", ")));
        }
        return found;
    }

    /** {@return the number of constants} */
    public int size() {
        return constants.length;
    }

    /** Which constants the names of a stored version mean. */
    Renames renames(List<String> stored) {
        return Renames.ofAlternatives(stored, members());
    }

    private List<Renames.Member> members() {
        return Arrays.stream(constants)
                .map(constant -> new Renames.Member(constant.name(), formerNamesOf(constant)))
                .toList();
    }

    private List<String> formerNamesOf(E constant) {
        return formerNames.entrySet().stream()
                .filter(entry -> entry.getValue() == constant)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The constant of a number that {@link #renames} gives; null for none. */
    @Nullable
    E constantOf(int meaning) {
        return meaning < 0 ? null : constants[meaning];
    }

    /** The constant of that name, of now or then. */
    @Nullable
    E find(String name) {
        for (E constant : constants) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        return formerNames.get(name);
    }

    @Override
    public String javaName() {
        return simpleName();
    }
}
