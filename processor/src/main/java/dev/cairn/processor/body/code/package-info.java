/** What names and types in the code of a flow mean, found in trees and declarations without attributing a body. */
@NullMarked
package dev.cairn.processor.body.code;

import org.jspecify.annotations.NullMarked;
