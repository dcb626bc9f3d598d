package dev.cairn.datastore.tck;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The promise that a test of {@link DatastoreConformance} holds a datastore to; a test that fails names it. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Promise {
    /** One sentence, which begins with the method that promises, and ends without a full stop. */
    String value();
}
