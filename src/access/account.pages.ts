import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Actor } from '../platform/actor.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { FORM_PAGE, type FormModel, formPage, submit } from '../platform/web/form.js';
import type { Field } from '../platform/web/form-fields.js';
import { By, OpenToAll, SignedIn } from '../platform/web/requires.js';
import { FirstAdministratorInput, PasswordInput, SignInInput } from './password.input.js';
import { SetPassword, SetUpService } from './set-up-service.js';
import { SignIn } from './sign-in.js';

const newPassword: Field = {
  id: 'password',
  kind: 'PASSWORD',
  purpose: 'NEW',
  ask: 'Choose a password',
  hint: 'At least 15 characters. Four words that do not belong together make a good one. A password manager helps.',
};
const email: Field = { id: 'email', kind: 'EMAIL', ask: 'Email address' };

const signInForm = {
  title: 'Sign in',
  fields: [email, { id: 'password', kind: 'PASSWORD', purpose: 'CURRENT', ask: 'Password' } as const],
  submitText: 'Sign in',
  lead: 'If you cannot sign in, ask your administrator for a single-use link to set a new password.',
};
const setUpForm = {
  title: 'Set up the first administrator',
  fields: [{ id: 'name', kind: 'TEXT', limit: 200, ask: 'Your name' } as const, email, newPassword],
  submitText: 'Set up',
  lead: 'Administrators add people and panel areas. They see no case.',
};
const setPasswordForm = { title: 'Set your password', fields: [newPassword], submitText: 'Set password' };

const model = (form: Parameters<typeof formPage>[0]) => async (): Promise<FormModel> => ({ form: formPage(form) });

/** Coming in and going out. Tries are limited by address here and by account in the database. */
@Controller()
export class AccountPages {
  constructor(
    private readonly signIn: SignIn,
    private readonly setUp: SetUpService,
    private readonly setPassword: SetPassword,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Get('sign-in')
  @OpenToAll()
  @Render(FORM_PAGE)
  showSignIn(): Promise<FormModel> {
    return model(signInForm)();
  }

  @Post('sign-in')
  @OpenToAll()
  async doSignIn(@Req() request: Request, @Res() response: Response): Promise<void> {
    const again = model(signInForm);
    const work = async (input: SignInInput): Promise<string> => {
      const personId = await this.signIn.execute(input);
      await startAgain(request);
      request.session.personId = personId;
      await saved(request);
      return '/';
    };
    await submit(response, { ...signInForm, body: request.body, input: SignInInput, work, again });
  }

  @Post('sign-out')
  @SignedIn()
  async signOut(@By() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.unitOfWork.run(actor, async ({ record }) =>
      record({ type: 'PERSON', id: actor.personId, panelAreaId: null }, { type: 'SIGNED_OUT' }),
    );
    await startAgain(request);
    response.setHeader('Clear-Site-Data', '"cache", "storage"');
    response.redirect(303, '/sign-in');
  }

  @Get('setup/:token')
  @OpenToAll()
  @Render(FORM_PAGE)
  showSetUp(): Promise<FormModel> {
    return model(setUpForm)();
  }

  @Post('setup/:token')
  @OpenToAll()
  async doSetUp(@Param('token') token: string, @Body() body: unknown, @Res() response: Response): Promise<void> {
    const work = async (input: FirstAdministratorInput): Promise<string> => {
      await this.setUp.execute(token, input);
      return '/sign-in';
    };
    const again = model(setUpForm);
    await submit(response, { ...setUpForm, body, input: FirstAdministratorInput, work, again });
  }

  @Get('set-password/:token')
  @OpenToAll()
  @Render(FORM_PAGE)
  showSetPassword(): Promise<FormModel> {
    return model(setPasswordForm)();
  }

  @Post('set-password/:token')
  @OpenToAll()
  async doSetPassword(@Param('token') token: string, @Body() body: unknown, @Res() response: Response): Promise<void> {
    const work = async ({ password }: PasswordInput): Promise<string> => {
      await this.setPassword.execute(token, password);
      return '/sign-in';
    };
    const again = model(setPasswordForm);
    await submit(response, { ...setPasswordForm, body, input: PasswordInput, work, again });
  }
}

/** A new session id at every change of who is signed in; the old one is dead. */
const startAgain = (request: Request): Promise<void> =>
  new Promise((resolve, reject) => {
    request.session.regenerate((failure: unknown) => (failure ? reject(failure) : resolve()));
  });

/** Kept before the answer begins: a redirect is followed while what comes after its headers is still on its way. */
const saved = (request: Request): Promise<void> =>
  new Promise((resolve, reject) => {
    request.session.save((failure: unknown) => (failure ? reject(failure) : resolve()));
  });
