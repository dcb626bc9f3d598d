package dev.cairn.processor.body.effect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * The fields of a flow by number, so that a set of them is a {@link BitSet}: all but the static final ones, which no code can
 * change. Immutable.
 */
public final class Fields {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<TypeMirror> types = new ArrayList<>();
    private final BitSet statics = new BitSet();
    private final BitSet primitives = new BitSet();

    public Fields(List<VariableElement> fields) {
        for (VariableElement field : fields) {
            Set<Modifier> modifiers = field.getModifiers();
            boolean isStatic = modifiers.contains(Modifier.STATIC);
            if (!isStatic || !modifiers.contains(Modifier.FINAL)) {
                add(field, isStatic);
            }
        }
    }

    private void add(VariableElement field, boolean isStatic) {
        String name = field.getSimpleName().toString();
        if (numbers.putIfAbsent(name, names.size()) == null) {
            statics.set(names.size(), isStatic);
            primitives.set(names.size(), field.asType().getKind().isPrimitive());
            names.add(name);
            types.add(field.asType());
        }
    }

    /** The number of a field, or -1 if there is none of this name. */
    public int number(CharSequence name) {
        return numbers.getOrDefault(name.toString(), -1);
    }

    /** The name of a field. */
    public String name(int field) {
        return names.get(field);
    }

    /** The type of a field. */
    public TypeMirror type(int field) {
        return types.get(field);
    }

    /**
     * The shadow of a field: a number beyond those of the fields that stands for "assigned, or changed in place". It is kept track
     * of as if it were a field itself.
     */
    int shadow(int field) {
        return names.size() + field;
    }

    /** The shadows of some fields. */
    public BitSet shadows(BitSet fields) {
        BitSet shadows = new BitSet(2 * names.size());
        fields.stream().filter(field -> field < names.size()).forEach(field -> shadows.set(shadow(field)));
        return shadows;
    }

    /** The fields whose shadows are in a set. */
    public BitSet shadowed(BitSet set) {
        BitSet fields = new BitSet(names.size());
        set.stream().filter(number -> number >= names.size()).forEach(shadow -> fields.set(shadow - names.size()));
        return fields;
    }

    /** Whether a field is static. */
    public boolean isStatic(int field) {
        return statics.get(field);
    }

    /** All that belong to an instance. */
    public BitSet instance() {
        BitSet fields = new BitSet(names.size());
        fields.set(0, names.size());
        fields.andNot(statics);
        return fields;
    }

    /** All of a primitive type. */
    public BitSet primitive() {
        return (BitSet) primitives.clone();
    }

    /** Those of the given names. */
    public BitSet numbers(Set<String> wanted) {
        BitSet fields = new BitSet(names.size());
        wanted.stream().map(this::number).filter(number -> number >= 0).forEach(fields::set);
        return fields;
    }

    /** The names of those that are in both sets. */
    public Set<String> names(BitSet fields, BitSet among) {
        Set<String> result = new TreeSet<>();
        fields.stream().filter(among::get).forEach(field -> result.add(names.get(field)));
        return new LinkedHashSet<>(result);
    }
}
