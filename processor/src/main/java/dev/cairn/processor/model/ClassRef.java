package dev.cairn.processor.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A class by name. Immutable.
 *
 * @param packageName its package, or the empty string for the unnamed one
 * @param simpleNames the simple names from the top-level class inwards
 */
public record ClassRef(String packageName, List<String> simpleNames) {
    /** Copies the list. */
    public ClassRef {
        simpleNames = List.copyOf(simpleNames);
    }

    // Written out: those of a record are linked when they are first called, which takes longer than all calls of a
    // compilation.
    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof ClassRef other
                && packageName.equals(other.packageName)
                && simpleNames.equals(other.simpleNames);
    }

    @Override
    public int hashCode() {
        return 31 * packageName.hashCode() + simpleNames.hashCode();
    }

    /** A top-level class. */
    public static ClassRef of(String packageName, String simpleName) {
        return new ClassRef(packageName, List.of(simpleName));
    }

    /** The simple name of the class itself. */
    public String simpleName() {
        return simpleNames.get(simpleNames.size() - 1);
    }

    /** The class nested in this one. */
    public ClassRef nested(String simpleName) {
        List<String> names = new java.util.ArrayList<>(simpleNames);
        names.add(simpleName);
        return new ClassRef(packageName, names);
    }

    /** The name as in source: {@code com.acme.Outer.Inner}. */
    public String canonicalName() {
        return qualified(".");
    }

    /** The name as the virtual machine has it: {@code com.acme.Outer$Inner}. */
    public String binaryName() {
        return qualified("$");
    }

    private String qualified(String separator) {
        String nested = String.join(separator, simpleNames);
        return packageName.isEmpty() ? nested : packageName + "." + nested;
    }
}
