package dev.cairn.codec;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is said of a field of today that a stored value lacks and that nothing gives a value: there is no silent zero. */
final class MissingField {
    /** A class may have lost many fields, and a stored schema may say anything. */
    private static final int SHOWN = 5;

    private MissingField() {}

    /**
     * What is said where the field may be a stored one under another name; null if nothing keeps it from being new.
     *
     * @param resembling the stored fields that nothing reads now, and that this one could read
     */
    static @Nullable String suspicion(StructField field, List<String> resembling) {
        if (field.hasDefault() || resembling.isEmpty()) {
            return null;
        }
        int others = Math.max(0, resembling.size() - SHOWN);
        List<String> shown = resembling.subList(0, resembling.size() - others);
        String stored = shown.stream().map(name -> "`" + name + "`").collect(Collectors.joining(" and "))
                + (others == 0 ? "" : " and " + others + (others == 1 ? " other" : " others"));
        String renamed =
                shown.stream().map(name -> "@FormerNames(\"" + name + "\")").collect(Collectors.joining(" or "));
        return "was not stored, but " + stored + (resembling.size() == 1 ? " was" : " were")
                + ", and no field reads " + (resembling.size() == 1 ? "it" : "them") + " now; if it was renamed, write "
                + renamed + "; if it is new, write @Default"
                + (field.isPrimitive() ? "(\"..\")" : "");
    }

    /** What is said of a primitive. */
    static IncompatibleSchemaException primitive(StructField field) {
        return new IncompatibleSchemaException("was not stored, and a missing "
                + field.codec().javaName() + " has no default; if it is new, write @Default(\"..\")");
    }
}
