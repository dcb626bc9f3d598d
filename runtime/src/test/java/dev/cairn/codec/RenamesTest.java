package dev.cairn.codec;

import static dev.cairn.codec.Versioned.of;
import static dev.cairn.codec.Versioned.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.codec.Versioned.Row;
import dev.cairn.codec.schema.Renames;
import dev.cairn.codec.schema.Renames.Member;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stored names mean now: right, or open; never something else. */
final class RenamesTest {
    /** {@code a} became {@code b}, {@code b} became {@code c}. */
    private static final List<Member> CHAIN = List.of(new Member("b", List.of("a")), new Member("c", List.of("b")));

    private final Schemas schemas = new Schemas();

    private static Map<String, String> meanings(List<Member> members, String... stored) {
        return meanings(Renames.ofFields(List.of(stored), members), members, stored);
    }

    private static Map<String, String> meanings(Renames renames, List<Member> members, String... stored) {
        Map<String, String> meanings = new HashMap<>();
        for (String name : stored) {
            int meaning = renames.meaning(name);
            meanings.put(
                    name,
                    renames.isOpen(name)
                            ? "?"
                            : meaning < 0 ? "-" : members.get(meaning).name());
        }
        return meanings;
    }

    @Test
    void aChainIsReadOfEveryVersion() {
        assertThat(meanings(CHAIN, "a", "b")).isEqualTo(Map.of("a", "b", "b", "c"));
        assertThat(meanings(CHAIN, "a", "c")).isEqualTo(Map.of("a", "b", "c", "c"));
        assertThat(meanings(CHAIN, "b", "c")).isEqualTo(Map.of("b", "b", "c", "c"));
        assertThat(meanings(CHAIN, "b")).isEqualTo(Map.of("b", "c"));
        assertThat(meanings(CHAIN, "a")).isEqualTo(Map.of("a", "b"));
        assertThat(meanings(CHAIN, "c", "other")).isEqualTo(Map.of("c", "c", "other", "-"));
    }

    @Test
    void aNewMemberMayTakeTheNameThatAnotherHad() {
        List<Member> members = List.of(new Member("b", List.of()), new Member("c", List.of("b")));
        assertThat(meanings(members, "b")).isEqualTo(Map.of("b", "c"));
        assertThat(meanings(members, "c")).isEqualTo(Map.of("c", "c"));
        assertThat(meanings(members, "b", "c")).isEqualTo(Map.of("b", "b", "c", "c"));
    }

    @Test
    void whatTwoNamesMakeOfOneMemberIsOpen() {
        List<Member> members = List.of(new Member("b", List.of("x", "y")), new Member("z", List.of()));
        assertThat(meanings(members, "x", "b", "z")).isEqualTo(Map.of("x", "?", "b", "?", "z", "z"));
        assertThat(meanings(members, "x", "y")).isEqualTo(Map.of("x", "?", "y", "?"));
        assertThat(meanings(CHAIN, "a", "b", "c")).isEqualTo(Map.of("a", "?", "b", "?", "c", "?"));
    }

    @Test
    void twoThatChangedPlacesAreOpen() {
        List<Member> swapped = List.of(new Member("a", List.of("b")), new Member("b", List.of("a")));
        assertThat(meanings(swapped, "a", "b")).isEqualTo(Map.of("a", "?", "b", "?"));
    }

    @Test
    void constantsAndSubtypesMayHaveBecomeOne() {
        List<Member> members = List.of(new Member("c", List.of("b", "x")), new Member("d", List.of()));
        String[] stored = {"b", "c", "x", "d"};
        assertThat(meanings(Renames.ofAlternatives(List.of(stored), members), members, stored))
                .isEqualTo(Map.of("b", "c", "c", "c", "x", "c", "d", "d"));
        String[] all = {"a", "b", "c"};
        assertThat(meanings(Renames.ofAlternatives(List.of(all), CHAIN), CHAIN, all))
                .isEqualTo(Map.of("a", "b", "b", "b", "c", "c"));
        List<Member> swapped = List.of(new Member("a", List.of("b")), new Member("b", List.of("a")));
        assertThat(meanings(Renames.ofAlternatives(List.of("a", "b"), swapped), swapped, "a", "b"))
                .isEqualTo(Map.of("a", "?", "b", "?"));
    }

    /**
     * Histories of classes, played: members come, are renamed, also to names that others had, and, of constants, become one with
     * another. What any of the versions stored is read as what it was, or it is open.
     */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void randomHistories(boolean merging) {
        int read = 0;
        int open = 0;
        int refused = 0;
        for (int seed = 0; seed < 20_000; seed++) {
            History history = new History(new Random(seed), merging);
            List<Member> members = history.members();
            try {
                Renames.requireTold("members", "the class", members);
            } catch (IllegalArgumentException e) {
                refused++;
                continue;
            }
            for (Map<String, Integer> version : history.versions) {
                List<String> stored = new ArrayList<>(version.keySet());
                Collections.shuffle(stored, history.random);
                Renames renames = merging ? Renames.ofAlternatives(stored, members) : Renames.ofFields(stored, members);
                for (String name : stored) {
                    if (renames.isOpen(name)) {
                        open++;
                    } else {
                        assertThat(renames.meaning(name))
                                .as("seed %s: %s of %s, versions %s", seed, name, stored, history.versions)
                                .isEqualTo(history.today(version.get(name)));
                        read++;
                    }
                }
            }
        }
        assertThat(read).isGreaterThan(100_000);
        assertThat(open).isBetween(1, read / 20);
        assertThat(refused).isBetween(1, 10_000);
    }

    /** Versions of a class: the names of its members, which keep their numbers. */
    private static final class History {
        private final Random random;
        private final List<Map<String, Integer>> versions = new ArrayList<>();
        private final Map<String, Integer> names = new LinkedHashMap<>(Map.of("a", 0));
        private final List<Set<String>> had = new ArrayList<>(List.of(new LinkedHashSet<>(List.of("a"))));
        private final Map<Integer, Integer> mergedInto = new HashMap<>();
        private final Set<String> dead = new LinkedHashSet<>();

        History(Random random, boolean merging) {
            this.random = random;
            for (int version = 1 + random.nextInt(6); version >= 0; version--) {
                versions.add(new LinkedHashMap<>(names));
                for (int change = version == 0 ? 0 : random.nextInt(3); change > 0; change--) {
                    change(merging);
                }
            }
        }

        private void change(boolean merging) {
            String name = String.valueOf((char) ('a' + random.nextInt(7)));
            List<Integer> present = List.copyOf(names.values());
            int member = present.get(random.nextInt(present.size()));
            if (merging && random.nextInt(4) == 0 && present.size() > 1) {
                int other = present.get(random.nextInt(present.size()));
                boolean used =
                        had.get(member).stream().anyMatch(former -> names.getOrDefault(former, member) != member);
                if (other != member && !used) {
                    names.values().remove(member);
                    mergedInto.put(member, other);
                    // The names of what is gone are not used again.
                    dead.addAll(had.get(member));
                    had.get(other).addAll(had.get(member));
                }
            } else if (!names.containsKey(name) && !dead.contains(name)) {
                if (random.nextBoolean()) {
                    names.put(name, had.size());
                    had.add(new LinkedHashSet<>(List.of(name)));
                } else if (had.get(member).add(name)) {
                    names.values().remove(member);
                    names.put(name, member);
                }
            }
        }

        List<Member> members() {
            return names.entrySet().stream()
                    .map(entry -> new Member(
                            entry.getKey(),
                            had.get(entry.getValue()).stream()
                                    .filter(name -> !name.equals(entry.getKey()))
                                    .toList()))
                    .toList();
        }

        /** The place of a member among those of today. */
        int today(int member) {
            int now = member;
            while (mergedInto.containsKey(now)) {
                now = mergedInto.get(now);
            }
            return List.copyOf(names.values()).indexOf(now);
        }
    }

    @Test
    void fieldsAreReadOrRefused() {
        Versioned today = of(
                with("b", Codecs.INT).formerNames("a").withDefault("-1"),
                with("c", Codecs.INT).formerNames("b").withDefault("-1"));
        assertThat(schemas.decode(
                        today,
                        schemas.encode(of(with("a", Codecs.INT), with("b", Codecs.INT)), Row.of("a", 1, "b", 2))))
                .isEqualTo(Row.of("b", 1, "c", 2));
        assertThat(schemas.decode(today, schemas.encode(of(with("b", Codecs.INT)), Row.of("b", 2))))
                .isEqualTo(Row.of("b", -1, "c", 2));
        byte[] both = schemas.encode(of(with("x", Codecs.INT), with("b", Codecs.INT)), Row.of("x", 1, "b", 2));
        assertThatThrownBy(() -> schemas.decode(of(with("b", Codecs.INT).formerNames("x")), both))
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessage("Row: stored with `x` and `b`, and @FormerNames does not say what is now `b`;"
                        + " remove the former names that meant something else");
        assertThat(schemas.decode(of(with("b", Codecs.INT).formerNames("x"), with("x", Codecs.INT)), both))
                .isEqualTo(Row.of("b", 2, "x", 1));
    }

    enum Then {
        A,
        B
    }

    enum Now {
        B,
        C
    }

    enum Both {
        X,
        B
    }

    @Test
    void constantsAreReadOrRefusedWhereTheyOccur() {
        EnumCodec<Now> today = Codecs.enumeration(Now.class, Now.values())
                .formerNames(Now.B, "A")
                .formerNames(Now.C, "B")
                .formerTypeNames(Then.class.getName(), Both.class.getName());
        EnumCodec<Then> then = Codecs.enumeration(Then.class, Then.values());
        assertThat(schemas.decode(Codecs.list(today), schemas.encode(Codecs.list(then), List.of(Then.A, Then.B))))
                .containsExactly(Now.B, Now.C);
        EnumCodec<Now> open = Codecs.enumeration(Now.class, Now.values())
                .formerNames(Now.C, "B", "X")
                .formerTypeNames(Both.class.getName());
        EnumCodec<Both> both = Codecs.enumeration(Both.class, Both.values());
        byte[] artifact = schemas.encode(Codecs.list(both), List.of(Both.B));
        assertThatThrownBy(() -> schemas.decode(Codecs.list(open), artifact))
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessage("[0]: stored with `X` and `B`, and @FormerNames does not say what is now `B` and `C`;"
                        + " remove the former names that meant something else");
        assertThat(schemas.decode(Codecs.list(open), schemas.encode(Codecs.list(both), List.of())))
                .isEmpty();
    }

    sealed interface Shape permits Round, Angular {}

    record Round(int size) implements Shape {}

    record Angular(int size) implements Shape {}

    @SuppressWarnings("unchecked")
    private static <T> NamedCodec<T> subtype(String name, String... formerNames) {
        return (NamedCodec<T>) (NamedCodec<?>) Versioned.named(name, List.of(formerNames), with("size", Codecs.INT));
    }

    @Test
    void subtypesAndTypesOfObjectsAreReadOrRefused() {
        NamedCodec<Row> then =
                Codecs.sealed(Row.class, "com.acme.Shape", List.of(), subtype("com.acme.A"), subtype("com.acme.B"));
        NamedCodec<Row> today = Codecs.sealed(
                Row.class,
                "com.acme.Shape",
                List.of(),
                subtype("com.acme.B", "com.acme.A"),
                subtype("com.acme.C", "com.acme.B"));
        List<Row> rows = List.of(Row.of("size", 1));
        assertThat(schemas.decode(Codecs.list(today), schemas.encode(Codecs.list(then), rows)))
                .isEqualTo(rows);
        NamedCodec<Row> open = Codecs.sealed(
                Row.class,
                "com.acme.Shape",
                List.of(),
                subtype("com.acme.B"),
                subtype("com.acme.C", "com.acme.B", "com.acme.A"));
        byte[] artifact = schemas.encode(Codecs.list(then), rows);
        assertThatThrownBy(() -> schemas.decode(Codecs.list(open), artifact))
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessage("[0]: stored with `com.acme.A` and `com.acme.B`, and @FormerNames does not say what is now"
                        + " `com.acme.B` and `com.acme.C`; remove the former names that meant something else");
        ArtifactCodec<Object> any =
                Codecs.any(subtype("com.acme.B"), subtype("com.acme.C", "com.acme.B", "com.acme.A"));
        byte[] object = schemas.encode(Codecs.any(subtype("com.acme.A"), subtype("com.acme.B")), rows);
        assertThatThrownBy(() -> schemas.decode(any, object))
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessage("[0]: stored with `com.acme.A` and `com.acme.B`, and @FormerNames does not say what is now"
                        + " `com.acme.B` and `com.acme.C`; remove the former names that meant something else");
    }

    @Test
    void twoThatChangedPlacesAreRefused() {
        assertThatThrownBy(() -> of(
                        with("a", Codecs.INT).formerNames("b"),
                        with("b", Codecs.INT).formerNames("a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("fields `a` and `b` of Row cannot swap names: older values could not be told apart from"
                        + " new ones");
        EnumCodec<Now> swapped = Codecs.enumeration(Now.class, Now.values()).formerNames(Now.B, "C");
        assertThatThrownBy(() -> swapped.formerNames(Now.C, "B"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("constants `B` and `C` of RenamesTest.Now cannot swap names: older values could not be"
                        + " told apart from new ones");
        of(with("a", Codecs.INT).formerNames("a"));
    }

    @Test
    void twoThatClaimOneFormerNameAreRefused() {
        assertThatThrownBy(() -> of(
                        with("a", Codecs.INT).formerNames("x"),
                        with("b", Codecs.INT).formerNames("y", "x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("fields `a` and `b` of Row both have the former name `x`");
        assertThatThrownBy(() -> Codecs.enumeration(Now.class, Now.values())
                        .formerNames(Now.B, "A")
                        .formerNames(Now.C, "A"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("constants `B` and `C` of RenamesTest.Now both have the former name `A`");
        assertThatThrownBy(() -> Codecs.sealed(
                        Row.class,
                        "com.acme.Shape",
                        List.of(),
                        subtype("com.acme.A", "com.acme.X"),
                        subtype("com.acme.B", "com.acme.X")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("subtypes `com.acme.A` and `com.acme.B` of Shape both have the former name `com.acme.X`");
        ArtifactCodec<Object> any =
                Codecs.any(subtype("com.acme.A", "com.acme.X"), subtype("com.acme.B", "com.acme.X"));
        assertThatThrownBy(any::type)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("types `com.acme.A` and `com.acme.B` of Object both have the former name `com.acme.X`");
    }
}
