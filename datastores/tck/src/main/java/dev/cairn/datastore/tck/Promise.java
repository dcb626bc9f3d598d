package dev.cairn.datastore.tck;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The promise that a test of {@link DatastoreConformance} checks. A test that fails names it. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Promise {
    /** {@return one sentence that begins with the method that makes the promise, and ends without a full stop} */
    String value();
}
