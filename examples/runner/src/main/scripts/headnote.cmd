@echo off
rem Starts headnote.jar, which lies beside this script. JAVA_HOME, JAVA_OPTS and HEADNOTE_OPTS are as in the script
rem for Linux and macOS. Run under Wine by its authors, not yet on Windows.
setlocal
set "JAR=%~dp0headnote.jar"
if not exist "%JAR%" (
  echo headnote: %JAR%: is missing; keep this script, headnote.jar and the folder lib together 1>&2
  exit /b 1
)
set "JAVA=java.exe"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
if defined JAVA_HOME if not exist "%JAVA%" (
  echo headnote: JAVA_HOME is %JAVA_HOME%, where there is no bin\java.exe; set it to a Java 17 or later 1>&2
  exit /b 1
)
if not defined JAVA_HOME where /q java.exe
if not defined JAVA_HOME if errorlevel 1 (
  echo headnote: there is no Java; install Java 17 or later, or set JAVA_HOME to one 1>&2
  exit /b 1
)
"%JAVA%" %JAVA_OPTS% %HEADNOTE_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%
