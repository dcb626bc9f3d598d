package dev.cairn.client;

import dev.cairn.codec.Tree;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Compares values that may have been stored as different types: numbers by what they are, texts and constants by their text, lists, sets
 * and arrays by their elements, records and maps by name. Trees may be nested deeply, so nothing here calls itself.
 */
final class SameValue {
    private final Deque<Pair> open = new ArrayDeque<>();

    private record Pair(Tree one, Tree other) {}

    private SameValue() {}

    static boolean of(Tree one, Tree other) {
        SameValue comparison = new SameValue();
        comparison.open.push(new Pair(one, other));
        while (!comparison.open.isEmpty()) {
            Pair pair = comparison.open.pop();
            if (!comparison.same(pair.one(), pair.other())) {
                return false;
            }
        }
        return true;
    }

    /** Whether two trees are the same, apart from their parts, which are left to be compared. */
    private boolean same(Tree one, Tree other) {
        if (isText(one) && isText(other)) {
            return sameText(one, other);
        } else if (isList(one) && isList(other)) {
            return sameElements(elements(one), elements(other));
        } else if (one instanceof Tree.Struct || other instanceof Tree.Struct) {
            return isNamed(one) && isNamed(other) && sameFields(fields(one), fields(other));
        } else if (one instanceof Tree.Mapping first && other instanceof Tree.Mapping second) {
            return sameEntries(first.entries(), second.entries());
        }
        return one.equals(other);
    }

    private boolean sameElements(List<Tree> some, List<Tree> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            open.push(new Pair(some.get(i), others.get(i)));
        }
        return true;
    }

    private boolean sameFields(Map<String, Tree> some, Map<String, Tree> others) {
        if (!some.keySet().equals(others.keySet())) {
            return false;
        }
        some.forEach((name, value) -> open.push(new Pair(value, Objects.requireNonNull(others.get(name)))));
        return true;
    }

    private boolean sameEntries(List<Tree.Entry> some, List<Tree.Entry> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            open.push(new Pair(some.get(i).key(), others.get(i).key()));
            open.push(new Pair(some.get(i).value(), others.get(i).value()));
        }
        return true;
    }

    private static boolean isText(Tree tree) {
        return tree instanceof Tree.Scalar || tree instanceof Tree.Constant;
    }

    private static boolean sameText(Tree one, Tree other) {
        String first = text(one);
        String second = text(other);
        return first.equals(second) || isNumber(one) && isNumber(other) && sameNumber(first, second);
    }

    private static String text(Tree tree) {
        return tree instanceof Tree.Constant constant ? constant.name() : ((Tree.Scalar) tree).text();
    }

    private static boolean isNumber(Tree tree) {
        return tree instanceof Tree.Scalar scalar && scalar.value() instanceof Number;
    }

    private static boolean sameNumber(String one, String other) {
        try {
            return new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
        } catch (NumberFormatException e) {
            return false; // not a number, or infinite
        }
    }

    private static boolean isList(Tree tree) {
        return tree instanceof Tree.Sequence || tree instanceof Tree.Primitives;
    }

    private static List<Tree> elements(Tree tree) {
        if (tree instanceof Tree.Sequence sequence) {
            return sequence.elements();
        }
        return Elements.of(tree).toList();
    }

    private static boolean isNamed(Tree tree) {
        return tree instanceof Tree.Struct
                || tree instanceof Tree.Mapping mapping
                        && mapping.entries().stream().allMatch(entry -> isText(entry.key()));
    }

    private static Map<String, Tree> fields(Tree tree) {
        if (tree instanceof Tree.Struct struct) {
            return struct.fields();
        }
        Map<String, Tree> fields = new LinkedHashMap<>();
        ((Tree.Mapping) tree).entries().forEach(entry -> fields.put(text(entry.key()), entry.value()));
        return fields;
    }
}
