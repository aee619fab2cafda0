package org.handsel.wiki.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorClassesTest {
  private final ErrorClasses classes = ErrorClasses.load();

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "maxlag,WAIT,true",
    "ratelimited,WAIT,true",
    "readonly,WAIT,true",
    "internal_api_error_DBQueryError,WAIT,false",
    "backend-fail-internal,WAIT,false",
    "http-503,WAIT,false",
    "http-429,WAIT,true",
    "http-413,FIX_FILE,true",
    "badtoken,TOKEN,true",
    "assertbotfailed,LOGIN,true",
    "blocked,STOP_BATCH,true",
    "permissiondenied,STOP_BATCH,true",
    "uploadstash-file-not-found,RESTART_STASH,true",
    "stashfailed,RESTART_STASH,true",
    "chunk-too-small,ADJUST_OFFSET,true",
    "titleblacklist-custom-filename,FIX_TITLE,true",
    "filename-toolong,FIX_TITLE,true",
    "filetype-banned,FIX_FILE,true",
    "abusefilter-disallowed,PERSON,true",
    "editconflict,EDIT,true",
    "modification-failed,STRUCTURED_DATA,true",
    "never-heard-of-it,STOP_FILE,true"
  })
  void everyCodeHasItsClass(String code, FailureClass kind, boolean certain) {
    ApiFailure failure = classes.failure(code, "", null, Map.of());

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.certain()).isEqualTo(certain);
    assertThat(failure.advice()).isNotEmpty();
  }

  @Test
  void aLostStashWithAnOffsetOnlyWantsAnotherPiece() {
    assertThat(classes.failure("stashfailed", "", null, Map.of("offset", "4000")).kind())
        .isEqualTo(FailureClass.ADJUST_OFFSET);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "This file did not pass file verification.,verification-error,FIX_FILE",
    "The upload is an exact duplicate of the current version of"
        + " <strong>[[:A]]</strong>.,fileexists-no-change,SAME_BYTES",
    "Filenames may not be longer than 240 bytes.,filename-toolong,FIX_TITLE",
    "No chunked upload session with this key.,stashfailed,RESTART_STASH"
  })
  void whatTheStashFailedForIsToldByItsWords(String info, String code, FailureClass kind) {
    ApiFailure failure = classes.failure("stashfailed", info, null, Map.of());

    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure.kind()).isEqualTo(kind);
  }

  @Test
  void aMissingTokenIsAnOldToken() {
    assertThat(classes.failure("missingparam", "The \"token\" parameter", null, Map.of()).kind())
        .isEqualTo(FailureClass.TOKEN);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "exists",
    "exists-normalized",
    "badfilename",
    "was-deleted",
    "duplicate-archive",
    "unheard-of"
  })
  void aWarningThatNeedsAPersonSaysWhatToDo(String key) {
    assertThat(UploadWarnings.load().meaning(Map.of(key, List.of("B.jpg"))))
        .isInstanceOfSatisfying(
            UploadWarnings.Meaning.Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(key);
              assertThat(refused.reason()).contains("B.jpg");
              assertThat(refused.advice()).isNotEmpty();
            });
  }
}
