package dev.cairn.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.VarHandle;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Handles for private members, and what is said where there is none. */
final class PrivateMembersTest {
    private static final Lookup LOOKUP = MethodHandles.lookup();
    private static final String CHANGED = "; compile the flow again, its class has changed";

    private static class Base {
        private int count = 3;
    }

    private static final class Box extends Base {
        private final List<String> names;

        private Box(List<String> names) {
            this.names = names;
        }
    }

    @Test
    void fieldsOfTheClassAndItsSuperclasses() {
        VarHandle names = PrivateMembers.field(LOOKUP, Box.class, "names", List.class);
        VarHandle count = PrivateMembers.field(LOOKUP, Box.class, "count", int.class);
        Box box = new Box(List.of("a"));

        count.set(box, (int) count.get(box) + 1);

        assertThat(names.get(box)).isEqualTo(box.names);
        assertThat(((Base) box).count).isEqualTo(4);
    }

    @Test
    void constructors() throws Throwable {
        MethodHandle constructor = PrivateMembers.constructor(LOOKUP, Box.class, List.class);

        assertThat(((Box) constructor.invoke(List.of("b"))).names).containsExactly("b");
    }

    @Test
    void whatIsNotThereIsALinkageError() {
        String name = Box.class.getTypeName();
        assertThatThrownBy(() -> PrivateMembers.field(LOOKUP, Box.class, "count", long.class))
                .isInstanceOf(NoSuchFieldError.class)
                .hasMessage("long count of " + name + CHANGED);
        assertThatThrownBy(() -> PrivateMembers.constructor(LOOKUP, Box.class, int.class, double[].class))
                .isInstanceOf(NoSuchMethodError.class)
                .hasMessage("the constructor " + name + "(int,double[])" + CHANGED);
    }

    @Test
    void anotherModuleHasToOpenItsPackage() {
        String module = LOOKUP.lookupClass().getModule().isNamed()
                ? LOOKUP.lookupClass().getModule().getName()
                : "the class path";
        String message = "the private members of java.lang.String cannot be reached from " + module
                + "; let its module open the package `java.lang`";
        assertThatThrownBy(() -> PrivateMembers.field(LOOKUP, String.class, "hash", int.class))
                .isInstanceOf(IllegalAccessError.class)
                .hasMessage(message)
                .hasCauseInstanceOf(IllegalAccessException.class);
        assertThatThrownBy(() -> PrivateMembers.constructor(LOOKUP, String.class, int.class))
                .isInstanceOf(IllegalAccessError.class)
                .hasMessage(message);
    }

    @Test
    void whatAConstructorThrowsIsThrownOn() {
        RuntimeException unchecked = new IllegalArgumentException("no");
        Error error = new AssertionError("never");
        IOException sneaky = new IOException("away");

        assertThat(PrivateMembers.thrown(unchecked)).isSameAs(unchecked);
        assertThatThrownBy(() -> PrivateMembers.thrown(error)).isSameAs(error);
        assertThat(PrivateMembers.thrown(sneaky))
                .isInstanceOf(UndeclaredThrowableException.class)
                .hasCause(sneaky);
    }
}
