package dev.cairn.processor.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random code that changes values in place, looks at them, and gives them other names, in many of the paths that Java has. */
final class InPlaceBody {
    /** What a flow {@code F} that has such steps consists of, besides the steps. */
    static final String MEMBERS = """
            List<String> names, extra;
            Set<String> words;
            Map<String, Integer> counts;
            Map<String, List<Integer>> groups;
            int[] numbers;
            List<int[]> arrays;
            Box box, other;
            List<Box> boxes;
            Row row;
            List<Row> rows;
            Optional<Box> maybe;
            BitSet bits;
            Plain plain;
            String text;
            int n;
            transient List<String> scratch;

            static class Box {
                int n;
                List<String> tags = new ArrayList<>();
                int getN() { return n; }
                void setN(int n) { this.n = n; }
                void inc() { n++; }
                List<String> tags() { return tags; }
                List<String> getTags() { return tags; }
                Box self() { return this; }
                int n() { return ++n; }
                Box twice() { inc(); this.inc(); return this; }
                void tag(String tag) { if (n > 0) { tags.add(tag); } }
                String label() { String all = ""; for (String tag : tags) { all += tag; } return all + n + size(); }
                int size() { return tags.size(); }
                List<String> view() { return tags.subList(0, 1); }
                static void raise(Box box) { box.n++; }
                void pass(Box other) { other.n++; }
                @Override public String toString() { return n + tags.toString(); }
            }
            static class Util {
                static List<String> kept;
                static void add(List<String> list) { list.add("U"); }
                static void addSecond(int at, List<String> list) { if (at > 1) { list.add("U"); } }
                static void addAlias(List<String> list) { List<String> alias = list; alias.add("U"); }
                static void addHelped(List<String> list) { addSecond(2, list); look(list); }
                static void addOther(List<String> list) { list = new ArrayList<>(); list.add("U"); }
                static void sort(List<String> list) { Collections.sort(list); }
                static void addLater(List<String> list) { Runnable r = () -> list.add("U"); r.run(); }
                static void addView(List<String> list) { list.subList(0, 1).clear(); }
                static void addBoth(List<String> list) { { String x = "a"; list.add(x); } { var y = list; y.add("U"); } }
                static void addHidden(List<String> list) { new Object() { void go() { list.add("U"); } }.go(); }
                static void addInRecord(List<String> list) { record P(List<String> p) {} new P(list).p().add("U"); }
                static void addByReference(List<String> list) { Consumer<String> c = list::add; c.accept("U"); }
                static void addCast(Object list) { ((Box) list).n++; }
                static List<String> give(List<String> list) { return list; }
                static List<String> give(List<String> list, int n) { return n > 0 ? list : null; }
                static void keep(List<String> list) { kept = list; }
                static int look(List<String> list) { int n = 0; for (String s : list) { n += s.length(); } return n + list.size(); }
                static int look(Box box) { return box.n + box.getN() + box.tags().size(); }
                static void raise(Box box) { box.n++; box.inc(); }
                static void raiseAll(List<Box> boxes) { for (Box box : boxes) { box.n++; } }
                static void raiseFirst(List<Box> boxes) { boxes.get(0).n++; }
                static void raiseEach(List<Box> boxes) { boxes.forEach(box -> box.n++); }
                static void raiseTags(List<Box> boxes) { for (Box box : boxes) { List<String> tags = box.tags; tags.add("T"); } }
                static void zero(int[] numbers) { numbers[0] = 0; }
                static void zeroAll(List<int[]> arrays) { for (int[] array : arrays) { array[0] = 0; } }
                static void fill(Map<String, List<Integer>> groups) { for (var e : groups.entrySet()) { e.getValue().add(1); } }
                static void reuse(List<String> list) { for (String s : List.of("a")) { sink(s); } String s = "b"; list.add(s); }
                static <T> void swap(List<T> list) { T one = list.get(0); list.set(0, one); list.remove(one); }
                static String raised(Box box) { return box.twice().label(); }
                static void through(Box box) { raise(box); }
                static void notThis(Box box) { box = new Box(); box.n++; }
                void own(List<String> list) { this.more(list); }
                void more(List<String> list) { list.add("O"); }
            }
            record Row(String id, List<Integer> values) {}
            record Plain(String id, int n) {}
            enum Color { RED, GREEN }

            static void sink(Object value) {}
            List<String> pick() { return names; }
            Box first() { return boxes.get(0); }
            void addTo(List<String> list) { list.add("h"); }
            void addToSecond(int at, List<String> list) { if (at > 0) { list.add("h"); } }
            int lengthOf(List<String> list) { return list.size(); }
            String firstOf(List<String> list) { return list.isEmpty() ? "" : list.get(0); }
            void keep(List<String> list) { extra = list; }
            void keepAway(List<String> list) { scratch = list; }
            List<String> same(List<String> list) { return list; }
            void around(List<String> list, int depth) { if (depth > 0) { back(list, depth - 1); } }
            void back(List<String> list, int depth) { list.add("r"); around(list, depth); }
            void touch(Box box) { box.n++; }
            int look(Box box) { return box.n + box.getN() + box.tags().size(); }
            static void addU(List<String> list) { list.add("u"); }
            void unlessMissing(List<String> list) { if (list != null) { addU(list); } }
            @SafeVarargs static void addAll(List<String>... lists) { for (var list : lists) { list.add("v"); } }
            static <T> T that(T value) { return value; }
            void addName() { names.add("own"); }
            void sortAll(List<String> one, List<String> two) { Collections.sort(one); two.size(); }
            """;

    private static final List<String> STATEMENTS = List.of(
            // looks
            "sink({L}.size());",
            "sink({L}.isEmpty() ? 1 : {L}.get(0));",
            "for (String s# : {L}) sink(s#);",
            "for (String s# : {L}) { n += s#.length(); }",
            "sink({L} == null);",
            "if ({L} != null && {L}.contains(text)) n++;",
            "sink(\"\" + {L} + counts + numbers.length + numbers[0]);",
            "System.out.print(\"\".repeat({L}.size()));",
            "sink(counts.get(\"a\"));",
            "sink(counts.getOrDefault(\"b\", 1));",
            "for (Map.Entry<String, Integer> e# : counts.entrySet()) sink(e#.getKey() + e#.getValue());",
            "sink(groups.containsKey(\"a\"));",
            "n += groups.get(\"a\").size();",
            "for (List<Integer> l# : groups.values()) n += l#.size();",
            "groups.forEach((k#, v#) -> sink(k# + v#.size()));",
            "sink(numbers[n & 1]);",
            "for (int i# : numbers) n += i#;",
            "n += arrays.get(0)[0];",
            "n += {B}.n;",
            "n += {B}.getN() + {B}.tags().size();",
            "for (Box b# : boxes) n += b#.n;",
            "n += (int) boxes.stream().filter(b# -> b#.getN() > 1).count();",
            "n += boxes.stream().mapToInt(b# -> b#.n).sum();",
            "sink(boxes.get(0).tags.get(0));",
            "var v# = {L}; n += v#.size();",
            "Box f# = boxes.get(0); n += f#.n;",
            "sink(row.id());",
            "n += row.values().get(0);",
            "for (Row r# : rows) { for (int i# : r#.values()) { n += i#; } }",
            "n += lengthOf({L});",
            "sink(firstOf({L}));",
            "n += look({B});",
            "sink(new ArrayList<>({L}));",
            "scratch = new ArrayList<>({L}); scratch.add(\"c\");",
            "sink(List.copyOf({L}));",
            "scratch = {L}.stream().map(s# -> s# + \"x\").toList();",
            "sink(plain); sink(text); scratch = new ArrayList<>(List.of(plain.id(), text));",
            "sink(maybe.isPresent());",
            "sink(maybe.get().n);",
            "sink(bits.get(1));",
            "sink(String.join(\",\", {L}));",
            "sink({L}.equals({M}));",
            "switch (text) { case \"a\" -> n++; default -> n--; }",
            "sink(Arrays.toString(numbers));",
            "sink(Collections.max({L}.isEmpty() ? List.of(\"\") : {L}));",
            "sink({B} instanceof Box);",
            "sink({B}.label() + {B}.size());",
            "if ({L} instanceof ArrayList<String> a#) sink(a#.size());",
            "List.of({L}, {M}).forEach(v# -> sink(v#.size()));",
            "for (Box b# : List.of(box, other)) n += b#.n;",
            "n += Stream.of({B}).mapToInt(b# -> b#.size()).sum();",
            // changes
            "{L}.add(\"x\");",
            "{L}.addAll({M});",
            "{L}.remove(text);",
            "{L}.set(0, \"y\");",
            "{L}.removeIf(s# -> s#.isEmpty() || coin());",
            "{L}.replaceAll(s# -> s# + \"!\");",
            "{L}.sort(Comparator.reverseOrder());",
            "Collections.reverse({L});",
            "Collections.addAll({L}, \"z\");",
            "Collections.swap({L}, 0, 1);",
            "Arrays.fill(numbers, 7);",
            "System.arraycopy(new int[] {8}, 0, numbers, 0, 1);",
            "numbers[0]++;",
            "numbers[1] = 5;",
            "(numbers)[0] += 2;",
            "arrays.get(0)[0] = 6;",
            "for (int[] a# : arrays) a#[0]--;",
            "counts.put(\"p\", n);",
            "counts.merge(\"a\", 1, Integer::sum);",
            "counts.keySet().remove(\"a\");",
            "counts.values().removeIf(v# -> v# > 0);",
            "for (Map.Entry<String, Integer> e# : counts.entrySet()) e#.setValue(e#.getValue() + 1);",
            "groups.get(\"a\").add(3);",
            "groups.computeIfAbsent(\"z\", k# -> new ArrayList<>()).add(1);",
            "for (var e# : groups.entrySet()) e#.getValue().clear();",
            "groups.forEach((k#, v#) -> v#.add(2));",
            "for (List<Integer> l# : groups.values()) { l#.add(4); }",
            "words.add(\"w\");",
            "bits.set(5);",
            "{B}.n += 3;",
            "{B}.inc();",
            "{B}.setN(n + 1);",
            "{B}.tags().add(\"t\");",
            "{B}.getTags().clear();",
            "{B}.tags.add(\"u\");",
            "{B}.self().n = 12;",
            "{B}.tags = new ArrayList<>();",
            "for (Box b# : boxes) b#.n++;",
            "for (Box b# : boxes) { Box c# = b#; c#.tags.add(\"v\"); }",
            "boxes.forEach(b# -> b#.inc());",
            "boxes.forEach(Box::inc);",
            "boxes.stream().filter(b# -> b#.n > 0).forEach(b# -> b#.n = 0);",
            "boxes.stream().map(b# -> b#.tags).forEach(t# -> t#.add(\"m\"));",
            "boxes.stream().findFirst().ifPresent(b# -> b#.setN(4));",
            "boxes.stream().sorted((x#, y#) -> { x#.n++; return 0; }).toList();",
            "boxes.get(0).setN(9);",
            "row.values().add(1);",
            "for (Row r# : rows) r#.values().set(0, 9);",
            "maybe.ifPresent(b# -> b#.n++);",
            "maybe.get().inc();",
            "Optional.ofNullable({B}).ifPresent(b# -> b#.n++);",
            // other names
            "var v# = {L}; v#.add(\"v\");",
            "List<String> v# = {L}; List<String> w# = v#; w#.clear();",
            "List<String> v# = coin() ? {L} : {M}; v#.add(\"q\");",
            "(coin() ? {L} : {M}).add(\"c\");",
            "((List<String>) {L}).add(\"k\");",
            "{L} = new ArrayList<>(); {L}.add(\"new\");",
            "{L} = {M}; {L}.add(\"two\");",
            "scratch = {L}; scratch.add(\"s\");",
            "Box x# = new Box(); for (int i# = 0; i# < 2; i#++) { x#.n = 1; x# = {B}; }",
            "Box x# = {B}; x# = new Box(); x#.n = 3;",
            "Box[] h# = {{B}}; h#[0].n++;",
            "List<Box> h# = List.of({B}); h#.get(0).n++;",
            "Object o# = {B}; ((Box) o#).n = 4;",
            "if ({L} instanceof ArrayList<String> a#) a#.add(\"i\");",
            "if (!({L} instanceof ArrayList<String> a#)) { return; } addU(a#);",
            "if ((Object) {B} instanceof Box b# && b#.n() > 0) b#.tags().clear();",
            "List.of({L}).forEach(v# -> v#.add(\"h\"));",
            "List.of({L}, {M}).get(n & 1).add(\"h\");",
            "Optional.of({B}).ifPresent(b# -> b#.tags.add(\"o\"));",
            "Object o# = Optional.of({B}).get(); ((Box) o#).n = 9;",
            "Stream.of(box, other).filter(b# -> b#.size() > 0).forEach(Box::inc);",
            "for (List<String> v# : List.of({L}, {M})) v#.add(\"f\");",
            "Collections.singletonList({B}).get(0).tag(\"s\");",
            "Objects.requireNonNull({L}).add(\"n\");",
            "Objects.requireNonNullElse({L}, {M}).add(\"n\");",
            "unlessMissing({L});",
            "sink({B}.n());",
            "{B}.twice();",
            "sink({B}.twice().n);",
            "{B}.tag(\"t\");",
            "{B}.view().clear();",
            "Box.raise({B});",
            "other.pass({B});",
            "Util.add({L});",
            "Util.addSecond(n, {L});",
            "Util.addAlias({L});",
            "Util.addHelped({L});",
            "Util.addOther({L});",
            "Util.sort({L});",
            "Util.addLater({L});",
            "Util.addView({L});",
            "Util.addBoth({L});",
            "Util.addHidden({L});",
            "Util.addInRecord({L});",
            "Util.addByReference({L});",
            "Util.addCast({B});",
            "Util.give({L}).add(\"G\");",
            "Util.give({L}, n).add(\"G\");",
            "Util.keep({L}); Util.kept.add(\"K\");",
            "n += Util.look({L}) + Util.look({B});",
            "Util.raise({B});",
            "Util.raiseAll(boxes);",
            "Util.raiseFirst(boxes);",
            "Util.raiseEach(boxes);",
            "Util.raiseTags(boxes);",
            "boxes.forEach(Util::raise);",
            "List.of({B}).forEach(Util::through);",
            "Consumer<Box> u# = Util::raise; u#.accept({B});",
            "Util.zero(numbers);",
            "Util.zeroAll(arrays);",
            "Util.fill(groups);",
            "Util.reuse({L});",
            "Util.swap({L});",
            "Util.swap(boxes);",
            "text = Util.raised({B});",
            "Util.notThis({B});",
            "new Util().own({L});",
            "Util u# = new Util(); u#.own({L});",
            "for (Box b# : boxes) b#.twice();",
            "var w# = switch (n & 1) { case 0 -> { List<String> y# = {L}; yield y#; } default -> {M}; }; w#.add(\"w\");",
            "List<String> z#; z# = {L}; z#.add(\"z\");",
            "List<String> z# = null; if ((z# = {L}) != null) z#.add(\"z\");",
            "class Holder# { final List<String> in = {L}; } new Holder#().in.add(\"q\");",
            "addAll({L}, {M});",
            "that({L}).add(\"g\");",
            "record Pair#(List<String> one, Box two) {} var p# = new Pair#({L}, {B}); p#.one().add(\"p\"); p#.two().n++;",
            "BiConsumer<List<String>, String> c# = List::add; c#.accept({L}, \"c\");",
            "Function<List<String>, List<String>> f# = v# -> v#; f#.apply({L}).add(\"f\");",
            "this.{L}.add(\"t\");",
            "List<String> v# = switch (n & 1) { case 0 -> {L}; default -> {M}; }; v#.add(\"w\");",
            "Iterator<String> i# = {L}.iterator(); if (i#.hasNext()) { i#.next(); i#.remove(); }",
            "{L}.subList(0, 1).clear();",
            "List<String> v# = {L}.subList(0, 1); v#.set(0, \"l\");",
            "run(() -> {L}.add(\"r\"));",
            "Runnable r# = () -> {B}.n++; r#.run();",
            "{M}.forEach({L}::add);",
            "Consumer<String> c# = {L}::add; c#.accept(\"c\");",
            "new Object() { void go() { {L}.add(\"o\"); } }.go();",
            "class Local# { void go() { {B}.n++; } } new Local#().go();",
            "Supplier<List<String>> s# = () -> {L}; s#.get().add(\"g\");",
            "Supplier<List<String>> s# = this::pick; s#.get().add(\"g\");",
            "pick().add(\"p\");",
            "first().n++;",
            "addTo({L});",
            "addToSecond(n, {L});",
            "this.addTo(this.{L});",
            "keep({L}); extra.add(\"k\");",
            "keepAway({L}); scratch.add(\"k\");",
            "same({L}).add(\"s\");",
            "around({L}, 2);",
            "touch({B});",
            "touch(boxes.get(0));",
            "for (Box b# : boxes) touch(b#);",
            "boxes.forEach(this::touch);",
            "boxes.forEach(b# -> touch(b#));",
            "addName();",
            "sortAll({L}, {M});",
            "Map<String, List<String>> m# = Map.of(\"a\", {L}); m#.get(\"a\").add(\"x\");",
            "try { {L}.add(\"t\"); } finally { n++; }",
            "synchronized ({L}) { {L}.add(\"y\"); }",
            "var it# = {L}.listIterator(); if (it#.hasNext()) { it#.next(); it#.set(\"li\"); }",
            "int[] c# = numbers.clone(); c#[0] = 3;",
            "int[] c# = numbers; c#[0] = 3;",
            "for (String s# : {L}) { if (coin()) { {M} = new ArrayList<>(); } {M}.add(s#); }");

    private InPlaceBody() {}

    /** The source of a body. */
    static String of(Random random, int size) {
        StringBuilder body = new StringBuilder();
        int count = 1 + random.nextInt(size);
        for (int i = 0; i < count; i++) {
            body.append(around(random, statement(random, i), i)).append('\n');
        }
        return body.toString();
    }

    private static String statement(Random random, int number) {
        List<String> lists = new ArrayList<>(List.of("names", "extra"));
        String one = lists.remove(random.nextInt(2));
        return STATEMENTS
                .get(random.nextInt(STATEMENTS.size()))
                .replace("{L}", one)
                .replace("{M}", lists.get(0))
                .replace("{B}", random.nextBoolean() ? "box" : "other")
                .replace("#", "" + number);
    }

    private static String around(Random random, String statement, int number) {
        return switch (random.nextInt(9)) {
            case 0 -> "if (coin()) { " + statement + " }";
            case 1 ->
                "for (int loop" + number + " = 0; loop" + number + " < 2; loop" + number + "++) { " + statement + " }";
            case 2 -> "try { " + statement + " } catch (RuntimeException e" + number + ") { n = 0; }";
            case 3 -> "if (coin()) { sink(n); } else { " + statement + " }";
            default -> "{ " + statement + " }";
        };
    }
}
